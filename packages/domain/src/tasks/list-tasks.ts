import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { HistoryEntry } from '@congso/contract/history';
import { LIMITS } from '@congso/contract/limits';
import type { Task } from '@congso/contract/tasks';
import { listHistory } from '../history/list-history.ts';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { matchWords } from '../stores/match-words.ts';
import { nearestRuns, urgentRuns } from '../stores/most-pressing.ts';
import { findWhole } from '../stores/nearest-first.ts';
import { pageOfRuns, type Run } from '../stores/page-of-runs.ts';
import { getTaskAccess, readableBy } from './access.ts';
import { presentTask, presentTasks } from './present-task.ts';
import { OPEN_STATES, tasks } from './task-model.ts';
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

/** Of one day, or of none, what was given first. */
const THEN = { createdAt: 1, _id: 1 } as const;
const NEWEST: readonly Run[] = [{ where: {}, sort: { createdAt: -1, _id: 1 } }];
/** Open ones are to be done: the most urgent first, then what is late. Of those one gave: what is late first of all. */
const ORDERS: { readonly [K in CommandInput<'tasks.list'>['box']]: readonly Run[] } = {
  doing: urgentRuns('urgency', nearestRuns('dueAt', THEN)),
  given: nearestRuns('dueAt', THEN),
  all: urgentRuns('urgency', nearestRuns('dueAt', THEN)),
};

/**
 * Tasks of one box, open ones the most pressing first, else the newest. The box is also the gate: it holds nothing the
 * caller may not read.
 */
export async function listTasks(
  office: Office,
  caller: Caller,
  input: CommandInput<'tasks.list'>,
): Promise<CommandOutput<'tasks.list'>> {
  const limit = input.limit ?? LIMITS.pageSize;
  const conditions: object[] = [await boxFilter(office, caller, input.box)];
  if (input.isOpen !== undefined)
    conditions.push({ state: input.isOpen ? { $in: OPEN_STATES } : { $nin: OPEN_STATES } });
  conditions.push(...matchWords('searchKey', input.text ?? ''));
  const order = input.isOpen === true ? ORDERS[input.box] : NEWEST;
  const { page, next } = await pageOfRuns(findWhole(office, tasks), { $and: conditions }, order, input.cursor, limit);
  return { items: await presentTasks(office, caller, page), next };
}

async function boxFilter(office: Office, caller: Caller, box: CommandInput<'tasks.list'>['box']): Promise<object> {
  const { personId } = caller;
  if (box === 'doing') return { $or: [{ leadId: personId }, { coordinatorIds: personId }] };
  if (box === 'given') return givenBy(caller);
  return readableBy(office, caller);
}
