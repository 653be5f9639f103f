import type { CommandRequest } from '@congso/contract/catalog';
import type { Task } from '@congso/contract/tasks';
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

/** Whether a person is to do it, as its lead or beside the lead; else it is a task one gave, or only may read. */
export const isDoneBy = ({ leadId, coordinatorIds }: Task, personId: string): boolean =>
  leadId === personId || coordinatorIds.includes(personId);

/** How the list is filtered in which a task stands for a person: my open ones when nothing is said. */
export function searchOfTask(task: Task, myId: string): { box?: 'given' | 'all'; closed?: true } {
  const box = task.assignerId === myId ? 'given' : 'all';
  return { ...(!isDoneBy(task, myId) && { box }), ...(task.closedAt !== null && { closed: true as const }) };
}

/** Where a task is opened with its own list beside it. */
export function addressOfTask(task: Task, myId: string): string {
  const search = Object.entries(searchOfTask(task, myId)).map(([name, value]) => `${name}=${value}`);
  return [`/tasks/${task.id}`, ...(search.length > 0 ? [search.join('&')] : [])].join('?');
}
