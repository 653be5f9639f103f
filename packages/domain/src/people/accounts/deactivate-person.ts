import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { endSessions } from '../../sessions/end-sessions.ts';
import { presentPerson } from '../present-person.ts';
import { changePerson } from './change-person.ts';

/**
 * Closes an account. From this write on the person is no caller anywhere; sessions and tokens end, and sockets are told.
 * Appointments stay, so that a reopened account is what it was.
 *
 * @throws Refusal LAST_ADMINISTRATOR
 */
export async function deactivatePerson(
  office: Office,
  caller: Caller,
  { personId, requestId }: CommandInput<'people.deactivate'>,
): Promise<CommandOutput<'people.deactivate'>> {
  const doc = await changePerson(office, caller, personId, requestId, (current) =>
    current.isActive
      ? {
          set: { isActive: false },
          story: {
            action: 'deactivated',
            facts: [{ name: 'person.deactivated', payload: { personId } }],
            marks: [{ to: 'everyone', kind: 'person' }],
          },
        }
      : null,
  );
  // A repeat that arrives after the account was opened again must not sign the person out.
  if (!doc.isActive) await endSessions(office, personId, null);
  return presentPerson(office, caller, doc);
}
