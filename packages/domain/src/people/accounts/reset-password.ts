import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { endSessions } from '../../sessions/end-sessions.ts';
import { hashPassword, makeTemporaryPassword } from '../../sessions/passwords.ts';
import { changePerson } from './change-person.ts';

/**
 * Gives a person a temporary password, answered once, and ends all sessions and tokens. A repeat answers null: the
 * password was in the first answer and is stored nowhere.
 */
export async function resetPassword(
  office: Office,
  caller: Caller,
  { personId, requestId }: CommandInput<'people.resetPassword'>,
): Promise<CommandOutput<'people.resetPassword'>> {
  const temporaryPassword = makeTemporaryPassword();
  const passwordHash = await hashPassword(temporaryPassword);
  const doc = await changePerson(office, caller, personId, requestId, () => ({
    set: { passwordHash, mustChangePassword: true },
    story: {
      action: 'passwordReset',
      facts: [{ name: 'person.passwordChanged', payload: { personId, keptSessionId: null } }],
      marks: [{ to: [personId], kind: 'person' }],
    },
  }));
  if (doc.passwordHash !== passwordHash) return { temporaryPassword: null };
  await endSessions(office, personId, null);
  return { temporaryPassword };
}
