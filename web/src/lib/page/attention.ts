import { useEffect, useRef, useSyncExternalStore } from 'react';

/**
 * Whether somebody looks at this page: its tab is shown and its window has the focus. A window behind another one, or on
 * the second screen while one works in Word, shows much that nobody reads; only what is looked at counts as read.
 */
export const isLookedAt = (): boolean => document.visibilityState === 'visible' && document.hasFocus();

/** Calls back each time somebody begins or ceases to look; answers how to stop. */
function followAttention(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  window.addEventListener('focus', listener);
  window.addEventListener('blur', listener);
  return () => {
    document.removeEventListener('visibilitychange', listener);
    window.removeEventListener('focus', listener);
    window.removeEventListener('blur', listener);
  };
}

/** Whether somebody looks at this page now: for what counts as read or seen. */
export function useIsLookedAt(): boolean {
  return useSyncExternalStore(followAttention, isLookedAt);
}

/** Calls back each time somebody looks at the page again. */
export function useOnLook(onLook: () => void): void {
  const latest = useRef(onLook);
  useEffect(() => {
    latest.current = onLook;
  });
  useEffect(() => followAttention(() => isLookedAt() && latest.current()), []);
}
