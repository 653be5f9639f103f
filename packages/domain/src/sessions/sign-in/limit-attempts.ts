import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
  RLWrapperTimeouts,
} from 'rate-limiter-flexible';
import { derivedId } from '../../office/ids.ts';
import type { Office } from '../../office/office.ts';
import { Refusal } from '../../office/refusal.ts';

/** Wrong passwords in so many seconds for one login from one place: a person who has forgotten it. */
const FROM_ONE_PLACE = { points: 5, duration: 15 * 60 };
/**
 * And for one login from everywhere: a guesser with many addresses. Ten times as many, because whoever uses them up
 * locks the person out as well. Nothing counts by address alone: an office shares one (protocol "Limits").
 */
const FROM_EVERYWHERE = { points: 50, duration: 15 * 60 };
/**
 * Wrong passwords in so many seconds for one login from a browser it knows, or from a session of its own. They are counted
 * by themselves: whatever strangers tried, from the same address or from everywhere, never locks the owner out there.
 */
const FROM_A_KNOWN_ONE = { points: 5, duration: 15 * 60 };
/** Longer than this Redis is not waited for; the process then counts by itself. */
const PATIENCE_MS = 500;

type Limiters = { readonly [K in 'fromOnePlace' | 'fromEverywhere' | 'fromKnown']: RateLimiterAbstract };
const limitersOf = new WeakMap<Office, Limiters>();

/** Where an attempt comes from. */
export type AttemptFrom = { readonly address: string } | { readonly known: string };

/** An attempt that has been counted; `succeeded` takes it back, and `untried` where no password was looked at. */
export type Attempt = { succeeded(): Promise<void>; untried(): Promise<void> };

/**
 * Counts one attempt at a password, before it is looked at: a hundred at once are counted like a hundred in a row.
 *
 * @param from where it comes from: a network address; or a browser or a session that the login knows.
 * @throws Refusal TOO_MANY_ATTEMPTS with the milliseconds to wait. It says nothing about whether the login exists.
 */
export async function countAttempt(office: Office, login: string, from: AttemptFrom): Promise<Attempt> {
  const { fromOnePlace, fromEverywhere, fromKnown } = getLimiters(office);
  if ('known' in from) {
    const key = derivedId('attempt', login, from.known);
    await consume(fromKnown, key);
    return {
      succeeded: async () => void (await fromKnown.delete(key)),
      untried: async () => void (await fromKnown.reward(key, 1)),
    };
  }
  // Hashed, so that neither what people type as a login nor where they sit is readable in Redis.
  const placeKey = derivedId('attempt', login, from.address);
  const loginKey = derivedId('attempt', login);
  // One place that is out of attempts uses up none of the login's.
  await consume(fromOnePlace, placeKey);
  await consume(fromEverywhere, loginKey);
  return {
    succeeded: async () => {
      // Of the login's only this one is taken back: the person's own success must not give a guesser a fresh start.
      await Promise.all([fromOnePlace.delete(placeKey), fromEverywhere.reward(loginKey, 1)]);
    },
    untried: async () => {
      await Promise.all([fromOnePlace.reward(placeKey, 1), fromEverywhere.reward(loginKey, 1)]);
    },
  };
}

async function consume(limiter: RateLimiterAbstract, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new Refusal('TOO_MANY_ATTEMPTS', { retryAfterMs: Math.max(1, error.msBeforeNext) });
  }
}

function getLimiters(office: Office): Limiters {
  let limiters = limitersOf.get(office);
  if (!limiters) {
    limiters = {
      fromOnePlace: createLimiter(office, 'place', FROM_ONE_PLACE),
      fromEverywhere: createLimiter(office, 'login', FROM_EVERYWHERE),
      fromKnown: createLimiter(office, 'known', FROM_A_KNOWN_ONE),
    };
    limitersOf.set(office, limiters);
  }
  return limiters;
}

/** Counts in Redis for all processes together, or alone in this one while Redis is away or hangs. */
function createLimiter(office: Office, name: string, limit: typeof FROM_ONE_PLACE): RateLimiterAbstract {
  const keyPrefix = `${office.redis.prefix}:attempts:${name}`;
  return new RLWrapperTimeouts({
    limiter: new RateLimiterRedis({
      ...limit,
      keyPrefix,
      storeClient: office.redis.commands,
      rejectIfRedisNotReady: true,
    }),
    timeoutMs: PATIENCE_MS,
    insuranceLimiter: new RateLimiterMemory({ ...limit, keyPrefix }),
  });
}
