import { createHash, timingSafeEqual } from 'node:crypto';
import type { SmsReceipt } from '@congso/contract/sms';
import { theOffice } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import { changeAggregate } from '../outbox/change-aggregate.ts';
import { listIdsByRole } from '../people/find-people.ts';
import { loadReceiptSecret } from './settings/sms-settings.ts';
import { type SmsState, smsMessages } from './sms-model.ts';

/** Kannel's numbers (its user guide, "Delivery reports"), and words for providers that let one choose. */
const MEANING: Readonly<Record<SmsReceipt['status'], SmsState>> = {
  '1': 'delivered',
  '2': 'failed',
  '4': 'accepted',
  '8': 'accepted',
  '16': 'failed',
  delivered: 'delivered',
  failed: 'failed',
  accepted: 'accepted',
};
/** A receipt may be faster than the provider's own answer, so `sending` is open as well. What has ended stays. */
const OPEN: readonly SmsState[] = ['sending', 'unknown', 'accepted'];

/**
 * The provider tells what became of an SMS: delivered, failed, or, of one in doubt, that it was taken at all. Told again
 * or late it changes nothing.
 *
 * @param secret of the address it was told at
 * @throws Refusal NOT_FOUND for another secret and for an SMS that is not ours
 */
export async function takeReceipt(office: Office, secret: string, { id, status }: SmsReceipt): Promise<void> {
  if (!isSame(secret, await loadReceiptSecret(office))) throw new Refusal('NOT_FOUND');
  const admins = await listIdsByRole(office, ['admin']);
  await changeAggregate(office, smsMessages, id, theOffice, null, (current) => {
    const to = MEANING[status];
    if (!OPEN.includes(current.state) || current.state === to) return null;
    return {
      set: {
        state: to,
        reason: to === 'failed' ? current.reason : null,
        sentAt: to === 'failed' ? current.sentAt : (current.sentAt ?? office.clock.now()),
        nextAt: null,
      },
      story: {
        action: 'receipt',
        from: current.state,
        to,
        details: { status },
        marks: [{ to: admins, kind: 'sms' }],
      },
    };
  });
}

/** In a time that tells nothing of where they differ. */
function isSame(given: string, known: string | null): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return known !== null && timingSafeEqual(hash(given), hash(known));
}
