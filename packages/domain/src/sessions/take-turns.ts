import { Refusal } from '../office/refusal.ts';

/** A hash takes 19 MiB and one of libuv's four threads, on which all work with files waits too. */
const AT_ONCE = 2;
/** About a second's work. Attempts are counted for each login, so whoever invents logins is counted nowhere. */
const MOST_WAITING = 50;

let running = 0;
const waiting: (() => void)[] = [];

/** @throws Refusal TOO_MANY_REQUESTS while so many passwords wait to be hashed that one more would wait too long. */
export function requireTurn(): void {
  if (waiting.length >= MOST_WAITING) throw new Refusal('TOO_MANY_REQUESTS');
}

/**
 * Hashes or compares one password when it is its turn in this process.
 *
 * @throws Refusal TOO_MANY_REQUESTS
 */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  requireTurn();
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    // The turn goes to the next one directly, so that nobody who comes in between takes it as well.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
