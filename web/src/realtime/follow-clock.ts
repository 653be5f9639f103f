import { hearServerTime } from '../lib/time/office-clock.ts';

const LOOK_EVERY_MS = 60_000;
/** More than two clocks of one machine differ in a minute by themselves. */
const JUMP_MS = 2_000;

/**
 * Asks the server for the time when the PC's own clock has jumped: somebody set it, or the machine slept. The page may
 * live on its socket for days without an answer that tells the time.
 *
 * @returns ends it
 */
export function followClock(): () => void {
  let wall = Date.now();
  let steady = performance.now();
  const look = () => {
    const jumped = Date.now() - wall - (performance.now() - steady);
    wall = Date.now();
    steady = performance.now();
    if (Math.abs(jumped) > JUMP_MS) void askTime();
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  document.addEventListener('visibilitychange', look);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  };
}

async function askTime(): Promise<void> {
  const askedAt = performance.now();
  try {
    const answer = await fetch('/healthz', { method: 'HEAD', cache: 'no-store' });
    hearServerTime(answer.headers.get('date'), performance.now() - askedAt);
  } catch {
    // The line is down: what comes back with it tells the time as well.
  }
}
