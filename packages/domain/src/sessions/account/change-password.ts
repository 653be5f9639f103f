import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { Refusal } from '../../office/refusal.ts';
import { findOrganisation } from '../../organisation/find-organisation.ts';
import { requestKey } from '../../outbox/aggregate.ts';
import { changeOneself } from '../../people/accounts/change-oneself.ts';
import { getPersonDoc } from '../../people/find-people.ts';
import { endSessions } from '../end-sessions.ts';
import { hashPassword, isPassword, requireStrong } from '../passwords.ts';
import { countAttempt } from '../sign-in/limit-attempts.ts';

/**
 * Changes the caller's password. Every other session and token ends, because one of them may be why it is changed.
 *
 * @throws Refusal CURRENT_PASSWORD_WRONG (on `currentPassword`), PASSWORD_TOO_WEAK (also for the same password again),
 * TOO_MANY_ATTEMPTS: whoever finds a browser unlocked may not try passwords there either.
 */
export async function changePassword(
  office: Office,
  caller: Caller,
  { requestId, currentPassword, newPassword }: CommandInput<'session.changePassword'>,
): Promise<CommandOutput<'session.changePassword'>> {
  const person = await getPersonDoc(office, caller.personId);
  // The answer was lost: by now the current password is the new one, and asking again is no attempt at it.
  if (person.requestIds.includes(requestKey(caller, requestId))) return {};
  const attempt = await countAttempt(office, person.login, { known: caller.sessionId });
  if (!(await isPassword(person.passwordHash, currentPassword))) {
    throw new Refusal('CURRENT_PASSWORD_WRONG', { field: 'currentPassword' });
  }
  await attempt.succeeded();
  const organisation = await findOrganisation(office);
  const { name: officeName = '', shortName = '', mailDomain = '' } = organisation ?? {};
  await requireStrong(newPassword, { ...person, officeName, shortName, mailDomain }, 'newPassword');
  if (await isPassword(person.passwordHash, newPassword)) {
    throw new Refusal('PASSWORD_TOO_WEAK', { field: 'newPassword' });
  }
  const passwordHash = await hashPassword(newPassword);
  await changeOneself(office, caller, requestId, (current) => {
    // An administrator's reset came in between: the password given as the current one is not the current one any more.
    if (current.passwordHash !== person.passwordHash) {
      throw new Refusal('CURRENT_PASSWORD_WRONG', { field: 'currentPassword' });
    }
    return {
      set: { passwordHash, mustChangePassword: false },
      story: {
        action: 'passwordChanged',
        facts: [{ name: 'person.passwordChanged', payload: { personId: person._id, keptSessionId: caller.sessionId } }],
        marks: [{ to: [person._id], kind: 'person' }],
      },
    };
  });
  await endSessions(office, person._id, caller.sessionId);
  return {};
}
