import type { Office } from '../office/office.ts';

/** A socket that is not refreshed for so long is gone: its process died. */
export const PRESENCE_LIFE_MS = 60_000;

/**
 * Who is here: in Redis a sorted set per person, one entry per socket scored by when it expires. It gates nothing, so
 * Redis being away means that nobody is shown.
 */
const keyOf = (office: Office, personId: string) => `${office.redis.prefix}:presence:${personId}`;

/** A socket of a person is here, or still here. Answers whether the person was away before. */
export async function appear(office: Office, personId: string, socket: string): Promise<boolean> {
  const key = keyOf(office, personId);
  const now = office.clock.now().getTime();
  const replies = await office.redis.commands
    .multi()
    .zremrangebyscore(key, 0, now)
    .zcard(key)
    .zadd(key, now + PRESENCE_LIFE_MS, socket)
    .pexpire(key, PRESENCE_LIFE_MS)
    .exec();
  return replies?.[1]?.[1] === 0;
}

/** A socket is gone. Answers whether the person is away now. */
export async function vanish(office: Office, personId: string, socket: string): Promise<boolean> {
  const key = keyOf(office, personId);
  const replies = await office.redis.commands
    .multi()
    .zrem(key, socket)
    .zremrangebyscore(key, 0, office.clock.now().getTime())
    .zcard(key)
    .exec();
  return replies?.[2]?.[1] === 0;
}

/** Which of these people are here; nobody while Redis is away. */
export async function listPresent(office: Office, personIds: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(personIds)];
  const now = office.clock.now().getTime();
  const questions = office.redis.commands.pipeline();
  for (const personId of wanted) questions.zcount(keyOf(office, personId), `(${now}`, '+inf');
  try {
    const replies = (await questions.exec()) ?? [];
    return wanted.filter((_, index) => Number(replies[index]?.[1] ?? 0) > 0);
  } catch (error) {
    office.log.debug({ err: error }, 'nobody shown: Redis is away');
    return [];
  }
}
