import type { Office } from '../office/office.ts';
import type { Reaction } from '../outbox/reactions.ts';
import { sessions } from './session-model.ts';

/**
 * Ends a person's sessions and tokens, all but one when one is named, and tells the server processes to look at the
 * person's sockets again. Whoever asks after this returns is no caller any more.
 */
export async function endSessions(office: Office, personId: string, exceptSessionId: string | null): Promise<void> {
  await sessions
    .of(office)
    .deleteMany({ personId, ...(exceptSessionId !== null && { _id: { $ne: exceptSessionId } }) });
  office.bus.publish('session.ended', { personId, exceptSessionId });
}

/** Follows a closed account, in case the process that closed it died before it had ended the sessions. */
export const endSessionsOfClosed: Reaction<'person.deactivated'> = (office, { personId }, cause) =>
  endSessionsFromBefore(office, personId, null, cause.at);

/** Follows a new password in the same case. */
export const endSessionsOfOldPassword: Reaction<'person.passwordChanged'> = (office, fact, cause) =>
  endSessionsFromBefore(office, fact.personId, fact.keptSessionId, cause.at);

/** Told late or twice, it must spare the sessions opened since, which the new password opened. */
async function endSessionsFromBefore(
  office: Office,
  personId: string,
  keptSessionId: string | null,
  before: Date,
): Promise<void> {
  const { deletedCount } = await sessions.of(office).deleteMany({
    personId,
    createdAt: { $lt: before },
    ...(keptSessionId !== null && { _id: { $ne: keptSessionId } }),
  });
  if (deletedCount > 0) office.bus.publish('session.ended', { personId, exceptSessionId: keptSessionId });
}
