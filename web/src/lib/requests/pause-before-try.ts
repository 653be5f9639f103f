import { waitForLine } from '../../realtime/connection.ts';

const PAUSES_MS = [300, 1_000, 2_000, 5_000, 10_000, 30_000] as const;
/** A page that a proxy lets no socket through has no line and gets on without it. */
const LINE_AWAITED_MS = 30_000;

const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Waits before what failed is tried again: longer each time, and while the line is down until it is back. A browser that
 * says its cable is plugged in again ends the wait at once.
 */
export async function pauseBeforeTry(triesBefore: number): Promise<void> {
  const pause = PAUSES_MS[Math.min(triesBefore, PAUSES_MS.length - 1)] ?? 0;
  let stop = () => {};
  const isPlugged = new Promise<void>((resolve) => {
    const onOnline = () => resolve();
    window.addEventListener('online', onOnline, { once: true });
    stop = () => window.removeEventListener('online', onOnline);
  });
  const isTime = after(pause).then(() => Promise.race([waitForLine(), after(LINE_AWAITED_MS)]));
  await Promise.race([isTime, isPlugged]);
  stop();
}
