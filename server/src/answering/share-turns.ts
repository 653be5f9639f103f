import { Refusal } from '@congso/domain/office/refusal';

/** So many commands and queries of one person are carried out together: a page that comes back asks twice as many. */
const AT_ONCE = 10;
/** So many more wait for their turn. Beyond them somebody's program has run wild, or means harm. */
const MOST_WAITING = 300;

type Share = { running: number; readonly waiting: (() => void)[] };

/** Of this process, for all tabs, devices and programs of a person together. */
const shares = new Map<string, Share>();

/**
 * Carries out a person's commands a few at a time, whichever door they came through, so that whoever asks thousands of
 * things waits for himself and keeps nobody else waiting (G8). In the order in which they came.
 *
 * @param work is told whether it had to wait: what was known of the caller may be over by then
 * @throws Refusal TOO_MANY_REQUESTS
 */
export async function inShare<T>(personId: string, work: (hasWaited: boolean) => Promise<T>): Promise<T> {
  const share = shares.get(personId) ?? { running: 0, waiting: [] };
  shares.set(personId, share);
  if (share.waiting.length >= MOST_WAITING) throw new Refusal('TOO_MANY_REQUESTS');
  const hasToWait = share.running >= AT_ONCE;
  if (hasToWait) await new Promise<void>((resolve) => share.waiting.push(resolve));
  else share.running += 1;
  try {
    return await work(hasToWait);
  } finally {
    // The turn goes to the next one directly, so that nobody who comes in between takes it as well.
    const next = share.waiting.shift();
    if (next) next();
    else share.running -= 1;
    if (share.running === 0) shares.delete(personId);
  }
}
