import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { appointmentsInForce, rolesOf } from '../people/appointments-in-force.ts';
import { listActive } from '../people/find-people.ts';
import { createRounds, type Rounds } from '../stores/rounds.ts';
import { hashSecret, SESSION_LIFE_MS } from './open-session.ts';
import { type SessionDoc, sessions } from './session-model.ts';

/** Seen times are written at most so often per session. */
const SEEN_EVERY_MS = 10 * 60 * 1_000;
const readers = new WeakMap<Office, Rounds<string, SignedIn | null>>();

/** A caller as a door receives one: `requireSettledPassword` decides what a temporary password may still do. */
export type SignedIn = Caller & { readonly mustChangePassword: boolean };

/** Who holds this secret, read from the database for every command; null when nobody does any more. */
export function authenticateSecret(office: Office, secret: string): Promise<SignedIn | null> {
  return authenticateSession(office, hashSecret(secret));
}

/**
 * Who holds this session now. Questions that arrive together share one read, and a read never starts before its
 * question: a session ended a moment ago is already no session, whichever process ended it.
 */
export function authenticateSession(office: Office, sessionId: string): Promise<SignedIn | null> {
  let reader = readers.get(office);
  if (!reader) {
    reader = createRounds((sessionIds) => readCallers(office, sessionIds));
    readers.set(office, reader);
  }
  return reader.add(sessionId);
}

async function readCallers(office: Office, sessionIds: string[]): Promise<(SignedIn | null)[]> {
  const now = office.clock.now();
  const wanted = [...new Set(sessionIds)];
  const found = await sessions
    .of(office)
    .find({ _id: { $in: wanted }, expiresAt: { $gt: now } })
    .lean<SessionDoc[]>();
  const persons = await listActive(
    office,
    found.map((session) => session.personId),
  );
  await noteSeen(office, found, now);
  const sessionById = new Map(found.map((session) => [session._id, session]));
  const personById = new Map(persons.map((person) => [person._id, person]));
  return sessionIds.map((sessionId) => {
    const session = sessionById.get(sessionId);
    const person = session && personById.get(session.personId);
    if (!session || !person) return null;
    return {
      personId: person._id,
      sessionId,
      roles: rolesOf(person),
      appointments: appointmentsInForce(person).map(({ unitId, roles }) => ({ unitId, roles })),
      language: person.preferences.language,
      mustChangePassword: person.mustChangePassword,
    };
  });
}

async function noteSeen(office: Office, found: readonly SessionDoc[], now: Date): Promise<void> {
  const stale = found.filter((session) => now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS);
  for (const { _id, kind } of stale) {
    // Using a browser keeps its session alive; a token ends when it was told to.
    const expiresAt = kind === 'browser' ? { expiresAt: new Date(now.getTime() + SESSION_LIFE_MS.browser) } : {};
    await sessions.of(office).updateOne({ _id }, { $set: { lastSeenAt: now, ...expiresAt } });
  }
}
