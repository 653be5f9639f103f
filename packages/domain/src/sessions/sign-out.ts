import type { CommandOutput } from '@congso/contract/catalog';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { revokeSession } from './account/revoke-session.ts';
import { endSessions } from './end-sessions.ts';

/** Signs out here; other sessions go on. The door takes the cookie away. */
export function signOut(office: Office, caller: Caller): Promise<CommandOutput<'session.signOut'>> {
  return revokeSession(office, caller, { sessionId: caller.sessionId });
}

/** Ends all sessions and tokens of the caller, this one included. The door takes the cookie away. */
export async function signOutEverywhere(
  office: Office,
  caller: Caller,
): Promise<CommandOutput<'session.signOutEverywhere'>> {
  await endSessions(office, caller.personId, null);
  return {};
}
