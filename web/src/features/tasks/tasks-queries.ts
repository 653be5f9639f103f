import type { CommandRequest } from '@congso/contract/catalog';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { keyOf, listKeyOf } from '../../lib/query-keys.ts';
import { askOptions, pagesOptions } from '../../lib/use-ask.ts';

export type TaskBox = CommandRequest<'tasks.list'>['box'];

/** The tasks of one box, the newest first, page by page. */
export function useTasks(box: TaskBox, isOpen: boolean, text: string) {
  const input = { box, isOpen, limit: 50, ...(text !== '' && { text }) };
  return useInfiniteQuery({
    ...pagesOptions(listKeyOf('task', input), 'tasks.list', input),
    placeholderData: keepPreviousData,
  });
}

/** One task. */
export const useTask = (taskId: string) => useQuery(askOptions(keyOf('task', taskId), 'tasks.get', { taskId }));

/** Everything that happened to it. */
export const useTaskHistory = (taskId: string) =>
  useQuery({
    ...askOptions(keyOf('task', taskId, 'history'), 'tasks.history', { taskId }),
    select: ({ entries }) => entries,
  });
