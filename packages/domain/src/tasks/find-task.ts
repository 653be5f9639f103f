import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { listUnitsHeaded } from '../organisation/list-units-led.ts';
import { hasRole } from '../people/require-role.ts';
import { findWhole, listNearestFirst } from '../stores/nearest-first.ts';
import { OPEN_STATES, type TaskDoc, tasks, WORK_STATES } from './task-model.ts';
import { givenBy, loadParts } from './task-transitions.ts';

/** A task for other nouns' reactions: nobody asks, so nobody is asked for a right. */
export async function findTask(office: Office, taskId: string): Promise<TaskDoc | null> {
  return tasks.of(office).findOne({ _id: taskId }).lean<TaskDoc>();
}

/** Open tasks a person has to do, or has to judge the report of; what is due first comes first. */
export async function listOwedTasks(office: Office, caller: Caller, limit: number): Promise<TaskDoc[]> {
  const { personId } = caller;
  const owed = [
    { leadId: personId, state: { $in: WORK_STATES } },
    { coordinatorIds: personId, state: { $in: ['accepted', 'in-progress'] } },
    { state: 'reported', ...givenBy(caller) },
    ...(await listLeftBehind(office, caller)),
  ];
  return listNearestFirst(findWhole(office, tasks), { $or: owed }, 'dueAt', { createdAt: 1 }, limit);
}

/** Reported tasks the caller has to judge because who gave them has left the office. */
async function listLeftBehind(office: Office, caller: Caller): Promise<object[]> {
  if (!hasRole(caller, 'leader') && listUnitsHeaded(caller).length === 0) return [];
  const reported = await tasks
    .of(office)
    .find({ unitId: null, state: 'reported' }, { unitId: 1, assignerId: 1, leadId: 1, coordinatorIds: 1 })
    .lean<TaskDoc[]>();
  const parts = await loadParts(office, caller, reported);
  const _id = reported.map((task) => task._id).filter((taskId) => parts.get(taskId)?.includes('assigner'));
  return _id.length === 0 ? [] : [{ _id: { $in: _id }, state: 'reported' }];
}

/** Whether somebody still has to do something about a task. */
export const isOpen = (task: Pick<TaskDoc, 'state'>): boolean => OPEN_STATES.includes(task.state);

/** Whether it is still to be done: only then may its deadline call anybody. */
export const isToBeDone = (task: Pick<TaskDoc, 'state'>): boolean => WORK_STATES.includes(task.state);
