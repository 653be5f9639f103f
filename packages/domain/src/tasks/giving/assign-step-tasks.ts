import { fold } from '@congso/language/fold';
import { listOpenSteps } from '../../documents/list-open-steps.ts';
import { createAggregate } from '../../outbox/create-aggregate.ts';
import type { Reaction } from '../../outbox/reactions.ts';
import { listConcerned } from '../access.ts';
import { tasks } from '../task-model.ts';
import { taskCode } from './task-code.ts';

/** Gives each open step of a slip that asks for work its task, once (protocol "Slip and task"). */
export const assignStepTasks: Reaction<'document.advanced'> = async (office, { documentId }) => {
  for (const step of await listOpenSteps(office, documentId)) {
    // The slip names the task of its step, so that the task is found from it before it is there.
    const { taskId } = step;
    if (taskId === null) continue;
    const fields = {
      _id: taskId,
      title: step.title,
      description: step.instruction,
      searchKey: fold(`${step.title} ${taskCode(taskId)}`),
      source: { kind: 'document', documentId, stepId: step.id } as const,
      assignerId: step.givenById,
      unitId: step.unitId,
      leadId: step.assigneeId,
      coordinatorIds: [],
      urgency: step.urgency,
      dueDate: step.dueDate,
      dueAt: step.dueAt,
      state: 'assigned' as const,
      progress: 0,
      reports: [],
      fileIds: [],
      closedAt: null,
    };
    await createAggregate(office, tasks, { personId: step.givenById }, fields, {
      action: 'assigned',
      to: 'assigned',
      details: { leadId: step.assigneeId, documentId, dueDate: step.dueDate },
      facts: [{ name: 'task.assigned', payload: { taskId } }],
      marks: [{ to: await listConcerned(office, fields), kind: 'task' }],
    });
  }
};
