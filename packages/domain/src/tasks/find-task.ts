import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { listClosedIds } from '../people/find-people.ts';
import { nearestRuns, urgentRuns } from '../stores/most-pressing.ts';
import { findWhole } from '../stores/nearest-first.ts';
import { pageOfRuns } from '../stores/page-of-runs.ts';
import { OPEN_STATES, type TaskDoc, tasks, WORK_STATES } from './task-model.ts';
import { givenBy, leftBehindTo } from './task-transitions.ts';

const MOST_PRESSING = urgentRuns('urgency', nearestRuns('dueAt', { createdAt: 1, _id: 1 }));

/** A task for other nouns' reactions: nobody asks, so nobody is asked for a right. */
export async function findTask(office: Office, taskId: string): Promise<TaskDoc | null> {
  return tasks.of(office).findOne({ _id: taskId }).lean<TaskDoc>();
}

/**
 * Open tasks a person has to do, or has to judge the report of, or gave to somebody who has left, so that nobody does
 * them (of a unit's steps the document tells); the most urgent first, of those what is due first.
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
  const { page } = await pageOfRuns(findWhole(office, tasks), { $or: owed }, MOST_PRESSING, undefined, limit);
  return page;
}

/** Whether somebody still has to do something about a task. */
export const isOpen = (task: Pick<TaskDoc, 'state'>): boolean => OPEN_STATES.includes(task.state);

/** Whether it is still to be done: only then may its deadline call anybody. */
export const isToBeDone = (task: Pick<TaskDoc, 'state'>): boolean => WORK_STATES.includes(task.state);
