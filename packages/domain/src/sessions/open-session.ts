import { createHash, randomBytes } from 'node:crypto';
import { LIMITS } from '@congso/contract/limits';
import type { Office } from '../office/office.ts';
import { sessions } from './session-model.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
/** A browser that is not used for so long has to sign in again; tokens live until revoked, at most a year. */
export const SESSION_LIFE_MS = { browser: 14 * DAY_MS, token: 365 * DAY_MS } as const;

export const hashSecret = (secret: string) => createHash('sha256').update(secret).digest('hex');

/**
 * Opens a session and answers its secret, which is stored nowhere. The person's expired ones go at the same time: the
 * engine has no expiry of its own. Of browsers only the ones used last stay, since each sign-in makes one.
 *
 * @param requestId of a token, unique per person; a duplicate is thrown as it comes from the store.
 */
export async function openSession(
  office: Office,
  personId: string,
  kind: 'browser' | 'token',
  label: string,
  requestId: string | null = null,
): Promise<{ secret: string; sessionId: string }> {
  const secret = randomBytes(32).toString('base64url');
  const sessionId = hashSecret(secret);
  const now = office.clock.now();
  await sessions.of(office).deleteMany({ personId, expiresAt: { $lte: now } });
  await sessions.of(office).create({
    _id: sessionId,
    personId,
    kind,
    label,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + SESSION_LIFE_MS[kind]),
    requestId,
  });
  if (kind === 'browser') await endOldest(office, personId);
  return { secret, sessionId };
}

async function endOldest(office: Office, personId: string): Promise<void> {
  const oldest = await sessions
    .of(office)
    .find({ personId, kind: 'browser' }, { _id: 1 })
    .sort({ lastSeenAt: -1, createdAt: -1 })
    .skip(LIMITS.browsersKept)
    .lean<{ _id: string }[]>();
  if (oldest.length === 0) return;
  await sessions.of(office).deleteMany({ _id: { $in: oldest.map(({ _id }) => _id) } });
  office.bus.publish('session.ended', { personId, exceptSessionId: null });
}
