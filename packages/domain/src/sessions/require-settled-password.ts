import type { CommandName } from '@congso/contract/catalog';
import { Refusal } from '../office/refusal.ts';
import type { SignedIn } from './authenticate.ts';

/** Choosing another password, what its form has to know, and signing out. */
const STILL_ALLOWED: ReadonlySet<CommandName> = new Set(['session.get', 'session.changePassword', 'session.signOut']);

/**
 * Who was handed a temporary password may choose another or sign out, and nothing else: somebody else still knows it, and
 * a token or a session ended in that time would outlive it. Every door asks this before it carries out a command.
 *
 * @throws Refusal PASSWORD_MUST_CHANGE
 */
export function requireSettledPassword(caller: SignedIn, name: CommandName): void {
  if (caller.mustChangePassword && !STILL_ALLOWED.has(name)) throw new Refusal('PASSWORD_MUST_CHANGE');
}
