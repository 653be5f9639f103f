import { availableParallelism } from 'node:os';
import { Refusal } from '../office/refusal.ts';

/**
 * A hash takes 19 MiB, one of libuv's four threads, on which all work with files waits too, and a whole core for as long
 * as it takes: whoever tries passwords without end must leave the others to everybody else.
 */
const AT_ONCE = Math.max(1, Math.floor(availableParallelism() / 4));
/** About a second's work. Attempts are counted for each login, so whoever invents logins is counted nowhere. */
const MOST_WAITING = 50;

type Waiting = { readonly from: string; readonly go: () => void; readonly turnAway: () => void };

let running = 0;
const waiting: Waiting[] = [];

/** @throws Refusal TOO_MANY_REQUESTS while so many passwords wait to be hashed that one more would wait too long. */
export function requireTurn(from: string): void {
  if (waiting.length >= MOST_WAITING && !findWhoYields(from)) throw new Refusal('TOO_MANY_REQUESTS');
}

/**
 * Hashes or compares one password when it is its turn in this process. Where too many wait, the largest crowd makes
 * room: who floods the door from one place shuts it to that place alone.
 *
 * @param from the place it comes from
 * @throws Refusal TOO_MANY_REQUESTS
 */
export async function inTurn<T>(from: string, work: () => Promise<T>): Promise<T> {
  requireTurn(from);
  if (running >= AT_ONCE) await waitForTurn(from);
  else running += 1;
  try {
    return await work();
  } finally {
    // The turn goes to the next one directly, so that nobody who comes in between takes it as well.
    const next = waiting.shift();
    if (next) next.go();
    else running -= 1;
  }
}

function waitForTurn(from: string): Promise<void> {
  const yielding = waiting.length >= MOST_WAITING ? findWhoYields(from) : undefined;
  if (yielding) {
    waiting.splice(waiting.indexOf(yielding), 1);
    yielding.turnAway();
  }
  return new Promise((go, reject) => {
    waiting.push({ from, go, turnAway: () => reject(new Refusal('TOO_MANY_REQUESTS')) });
  });
}

/** The last who came from where most wait; nobody when as many would wait from the newcomer's own place. */
function findWhoYields(from: string): Waiting | undefined {
  const crowds = new Map<string, number>();
  for (const one of waiting) crowds.set(one.from, (crowds.get(one.from) ?? 0) + 1);
  const most = Math.max(...crowds.values());
  if (most <= (crowds.get(from) ?? 0) + 1) return undefined;
  return waiting.findLast((one) => crowds.get(one.from) === most);
}
