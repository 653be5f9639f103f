import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { HistoryEntry } from '@congso/contract/history';
import { LIMITS } from '@congso/contract/limits';
import type { Task } from '@congso/contract/tasks';
import { listHistory } from '../history/list-history.ts';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { matchWords } from '../stores/match-words.ts';
import { pageAfter, pageFilter } from '../stores/page.ts';
import { getTaskAccess, readableBy } from './access.ts';
import { presentTask, presentTasks } from './present-task.ts';
import { OPEN_STATES, type TaskDoc, tasks } from './task-model.ts';
import { givenBy } from './task-transitions.ts';

/** @throws Refusal NOT_FOUND */
export async function getTask(office: Office, caller: Caller, input: CommandInput<'tasks.get'>): Promise<Task> {
  const { task } = await getTaskAccess(office, caller, input.taskId);
  return presentTask(office, caller, task);
}

/** @throws Refusal NOT_FOUND */
export async function getTaskHistory(
  office: Office,
  caller: Caller,
  input: CommandInput<'tasks.history'>,
): Promise<{ entries: HistoryEntry[] }> {
  const { task } = await getTaskAccess(office, caller, input.taskId);
  return { entries: await listHistory(office, 'task', task._id) };
}

/** Tasks of one box, the newest first. The box is also the gate: it holds nothing the caller may not read. */
export async function listTasks(
  office: Office,
  caller: Caller,
  input: CommandInput<'tasks.list'>,
): Promise<CommandOutput<'tasks.list'>> {
  const limit = input.limit ?? LIMITS.pageSize;
  const conditions: object[] = [await boxFilter(office, caller, input.box), pageFilter('createdAt', input.cursor)];
  if (input.isOpen !== undefined)
    conditions.push({ state: input.isOpen ? { $in: OPEN_STATES } : { $nin: OPEN_STATES } });
  conditions.push(...matchWords('searchKey', input.text ?? ''));
  const found = await tasks
    .of(office)
    .find({ $and: conditions })
    .sort({ createdAt: -1, _id: 1 })
    .limit(limit + 1)
    .lean<TaskDoc[]>();
  const { page, next } = pageAfter(found, limit, (task) => task.createdAt);
  return { items: await presentTasks(office, caller, page), next };
}

async function boxFilter(office: Office, caller: Caller, box: CommandInput<'tasks.list'>['box']): Promise<object> {
  const { personId } = caller;
  if (box === 'doing') return { $or: [{ leadId: personId }, { coordinatorIds: personId }] };
  if (box === 'given') return givenBy(caller);
  return readableBy(office, caller);
}
