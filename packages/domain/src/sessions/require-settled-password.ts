import type { CommandName } from '@congso/contract/catalog';
import { Refusal } from '../office/refusal.ts';
import type { SignedIn } from './authenticate.ts';

/**
 * Who was handed a temporary password may do what concerns the session itself (choose another, sign out, one's language);
 * nothing of the office, because somebody else still knows it. Every door asks this before it carries out a command.
 *
 * @throws Refusal PASSWORD_MUST_CHANGE
 */
export function requireSettledPassword(caller: SignedIn, name: CommandName): void {
  if (caller.mustChangePassword && !name.startsWith('session.')) throw new Refusal('PASSWORD_MUST_CHANGE');
}
