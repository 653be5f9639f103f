import { normalizePhone } from '@congso/language/phones';
import { Refusal } from '../../office/refusal.ts';

/**
 * A phone as written, in E.164; null when none was given.
 *
 * @throws Refusal BAD_INPUT (on `phone`) when it is no Vietnamese number: an SMS would go nowhere.
 */
export function readPhone(written: string | null): string | null {
  if (written === null || written === '') return null;
  const phone = normalizePhone(written);
  if (phone === null) throw new Refusal('BAD_INPUT', { field: 'phone' });
  return phone;
}
