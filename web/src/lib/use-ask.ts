import type { CommandName, CommandOutput, CommandRequest } from '@congso/contract/catalog';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask } from '../realtime/ask.ts';

/** A query of the catalog as react-query's options: `useQuery(askOptions(keyOf('task', taskId), 'tasks.get', { taskId }))`. */
export function askOptions<K extends CommandName>(key: readonly unknown[], name: K, input: CommandRequest<K>) {
  return queryOptions({ queryKey: key, queryFn: ({ signal }) => ask(name, input, signal) });
}

/** The queries that answer page by page. */
type PagedName = {
  [K in CommandName]: CommandOutput<K> extends { items: unknown[]; next: string | null } ? K : never;
}[CommandName];
type ItemOf<K extends PagedName> = CommandOutput<K>['items'][number];

/**
 * A query that answers page by page: `useInfiniteQuery(pagesOptions(listKeyOf('task', input), 'tasks.list', input))`;
 * `data` is the flat array of items.
 */
export function pagesOptions<K extends PagedName>(key: readonly unknown[], name: K, input: CommandRequest<K>) {
  return infiniteQueryOptions({
    queryKey: key,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => ask(name, pageParam === null ? input : { ...input, cursor: pageParam }, signal),
    getNextPageParam: (page) => page.next,
    select: ({ pages }): ItemOf<K>[] => pages.flatMap((page) => page.items as ItemOf<K>[]),
  });
}
