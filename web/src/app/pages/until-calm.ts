import type { QueryClient } from '@tanstack/react-query';

/**
 * Settles when the page has nothing to do and nothing that somebody waits for is on its way: a slow line carries one
 * thing at a time, and what is in sight goes first, with what it is written in.
 */
export async function untilCalm(queries: QueryClient): Promise<void> {
  do {
    await untilIdle();
    await document.fonts.ready;
    await untilAnswered(queries);
  } while (queries.isFetching() > 0);
}

function untilAnswered(queries: QueryClient): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (queries.isFetching() > 0) return;
      stop();
      resolve();
    };
    const stop = queries.getQueryCache().subscribe(look);
    look();
  });
}

/** Safari has no idle callbacks. */
const PAUSE_MS = 200;

function untilIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve());
    else setTimeout(resolve, PAUSE_MS);
  });
}
