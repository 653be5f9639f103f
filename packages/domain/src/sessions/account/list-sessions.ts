import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { type SessionDoc, sessions } from '../session-model.ts';

/** The caller's own sessions and tokens, the one used last first. Their ids are hashes and open nothing. */
export async function listSessions(
  office: Office,
  caller: Caller,
  _input: CommandInput<'session.list'>,
): Promise<CommandOutput<'session.list'>> {
  const found = await sessions
    .of(office)
    .find({ personId: caller.personId, expiresAt: { $gt: office.clock.now() } })
    .sort({ lastSeenAt: -1, _id: 1 })
    .lean<SessionDoc[]>();
  return {
    sessions: found.map(({ _id, kind, label, createdAt, lastSeenAt }) => ({
      id: _id,
      kind,
      label,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      isCurrent: _id === caller.sessionId,
    })),
  };
}
