import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { sessions } from '../session-model.ts';

/**
 * Ends one of the caller's own sessions or tokens. One that is already ended, or is somebody else's, is not there to be
 * ended: the answer is the same, so that a repeat succeeds and a guess learns nothing.
 */
export async function revokeSession(
  office: Office,
  caller: Caller,
  { sessionId }: CommandInput<'session.revoke'>,
): Promise<CommandOutput<'session.revoke'>> {
  const { deletedCount } = await sessions.of(office).deleteOne({ _id: sessionId, personId: caller.personId });
  const exceptSessionId = sessionId === caller.sessionId ? null : caller.sessionId;
  if (deletedCount > 0) office.bus.publish('session.ended', { personId: caller.personId, exceptSessionId });
  return {};
}
