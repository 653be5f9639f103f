import { listForsakenTaskIds } from '../documents/list-open-steps.ts';
import { changeAggregate } from '../outbox/change-aggregate.ts';
import type { Reaction } from '../outbox/reactions.ts';
import { listConcerned } from './access.ts';
import { findTask, isOpen } from './find-task.ts';
import { tasks } from './task-model.ts';

/**
 * Cancels the tasks of steps that were returned, reassigned, released or voided. Follows after `assignStepTasks` and
 * reads the slip anew, so a task that was being made while its step was taken away is cancelled too.
 */
export const cancelForsakenTasks: Reaction<'document.advanced' | 'document.voided'> = async (
  office,
  { documentId },
  cause,
) => {
  for (const taskId of await listForsakenTaskIds(office, documentId)) {
    if (!(await findTask(office, taskId))) continue;
    await changeAggregate(office, tasks, taskId, { personId: cause.actorId }, null, async (task) => {
      if (!isOpen(task)) return null;
      return {
        set: { state: 'cancelled' as const, closedAt: office.clock.now() },
        story: {
          action: 'cancel',
          from: task.state,
          to: 'cancelled',
          details: { documentId },
          facts: [
            { name: 'task.changed', payload: { taskId } },
            { name: 'task.closed', payload: { taskId } },
          ],
          marks: [{ to: await listConcerned(office, task), kind: 'task' }],
        },
      };
    });
  }
};
