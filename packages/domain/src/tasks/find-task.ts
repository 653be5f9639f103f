import type { Office } from '../office/office.ts';
import { OPEN_STATES, type TaskDoc, tasks } from './task-model.ts';

/** A task for other nouns' reactions: nobody asks, so nobody is asked for a right. */
export async function findTask(office: Office, taskId: string): Promise<TaskDoc | null> {
  return tasks.of(office).findOne({ _id: taskId }).lean<TaskDoc>();
}

/** Open tasks a person has to do, or has to judge the report of; what is due first comes first. */
export async function listOwedTasks(office: Office, personId: string, limit: number): Promise<TaskDoc[]> {
  return tasks
    .of(office)
    .find({
      $or: [
        { leadId: personId, state: { $in: ['assigned', 'accepted', 'in-progress'] } },
        { coordinatorIds: personId, state: { $in: ['accepted', 'in-progress'] } },
        { assignerId: personId, state: 'reported' },
      ],
    })
    .sort({ dueAt: 1, createdAt: 1 })
    .limit(limit)
    .lean<TaskDoc[]>();
}

/** Whether somebody still has to do something about a task. */
export const isOpen = (task: Pick<TaskDoc, 'state'>): boolean => OPEN_STATES.includes(task.state);
