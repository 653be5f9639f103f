import { useSyncExternalStore } from 'react';
import { officeNow } from './office-clock.ts';

const MINUTE_MS = 60_000;
let now = officeNow();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** What time it was at the last full minute that somebody listened to, in milliseconds. */
export const lastTime = (): number => now;

/** Listens to the minutes; answers how to stop. */
export function followTime(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    // On a page without times nobody listened, perhaps for hours. React reads again right after it subscribed.
    now = officeNow();
    timer = setInterval(() => {
      now = officeNow();
      for (const tell of listeners) tell();
    }, MINUTE_MS);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Now in milliseconds, moving on once a minute: for deadlines and "today", one timer for the whole page. */
export function useNow(): number {
  return useSyncExternalStore(followTime, lastTime);
}
