import type { Query, QueryClient } from '@tanstack/react-query';

/**
 * Has everything fetched again that may differ by now: at once what a page shows, the rest when it is opened. A first
 * answer that is still on its way may have been read before the change; react-query joins it instead of asking anew,
 * so it is asked for once more when it is there.
 */
export async function outdate(queries: QueryClient, isOutdated: (query: Query) => boolean): Promise<void> {
  const coming = queries
    .getQueryCache()
    .findAll({ predicate: (query) => query.state.data === undefined && query.state.fetchStatus !== 'idle' })
    .filter(isOutdated);
  await queries.invalidateQueries({ predicate: isOutdated });
  if (coming.length === 0) return;
  await Promise.allSettled(coming.map(({ promise }) => promise));
  await queries.invalidateQueries({ predicate: (query) => coming.includes(query) });
}
