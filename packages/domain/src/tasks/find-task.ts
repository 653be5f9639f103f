import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { listClosedIds } from '../people/find-people.ts';
import { findWhole, listNearestFirst } from '../stores/nearest-first.ts';
import { OPEN_STATES, type TaskDoc, tasks, WORK_STATES } from './task-model.ts';
import { givenBy, leftBehindTo } from './task-transitions.ts';

/** A task for other nouns' reactions: nobody asks, so nobody is asked for a right. */
export async function findTask(office: Office, taskId: string): Promise<TaskDoc | null> {
  return tasks.of(office).findOne({ _id: taskId }).lean<TaskDoc>();
}

/**
 * Open tasks a person has to do, or has to judge the report of, or gave to somebody who has left, so that nobody does
 * them (of a unit's steps the document tells); what is due first comes first.
 */
export async function listOwedTasks(office: Office, caller: Caller, limit: number): Promise<TaskDoc[]> {
  const { personId } = caller;
  const leftBehind = await leftBehindTo(office, caller);
  const owed = [
    { leadId: personId, state: { $in: WORK_STATES } },
    { coordinatorIds: personId, state: { $in: ['accepted', 'in-progress'] } },
    { state: 'reported', ...givenBy(caller) },
    { unitId: null, assignerId: personId, state: { $in: WORK_STATES }, leadId: { $in: await listClosedIds(office) } },
    ...(leftBehind ? [{ state: 'reported', ...leftBehind }] : []),
  ];
  return listNearestFirst(findWhole(office, tasks), { $or: owed }, 'dueAt', { createdAt: 1 }, limit);
}

/** Whether somebody still has to do something about a task. */
export const isOpen = (task: Pick<TaskDoc, 'state'>): boolean => OPEN_STATES.includes(task.state);

/** Whether it is still to be done: only then may its deadline call anybody. */
export const isToBeDone = (task: Pick<TaskDoc, 'state'>): boolean => WORK_STATES.includes(task.state);
