import { changeAggregate } from '../../outbox/change-aggregate.ts';
import type { Reaction } from '../../outbox/reactions.ts';
import { findTask } from '../../tasks/find-task.ts';
import { getWorkflow } from '../../workflow/find-workflow.ts';
import { transitionsFrom } from '../../workflow/read-definition.ts';
import { type DocumentDoc, documents } from '../document-model.ts';
import { advanceDocument } from './advance-document.ts';
import { chooseAssignees } from './choose-assignees.ts';

const NOBODY_CHOSEN = { personId: null, coordinatorIds: [], leadUnitId: null, coordinatingUnitIds: [] };

/**
 * Advances the step a task belongs to when the task is over: a task done completes it, one declined or cancelled brings
 * it back. Only while the step is active (protocol "Slip and task"): a step that was returned, reassigned or advanced
 * already has left its task behind, and being told twice does nothing the second time.
 */
export const followTask: Reaction<'task.closed'> = async (office, { taskId }, cause) => {
  const found = await documents.of(office).findOne({ 'slip.steps.taskId': taskId }).lean<DocumentDoc>();
  if (!found?.slip) return;
  const task = await findTask(office, taskId);
  if (!task) return;
  const workflow = await getWorkflow(office, found.slip.workflowId);
  const action = task.state === 'closed' ? 'complete' : 'return';
  await changeAggregate(office, documents, found._id, { personId: cause.actorId }, null, async (current) => {
    const { slip } = current;
    const step = slip?.steps.find((one) => one.taskId === taskId && one.status === 'active');
    if (!slip || !step) return null;
    const transition = transitionsFrom(workflow, step.state, step.part).find(
      (one) => one.by === 'task' && one.action === action,
    );
    if (!transition) return null;
    return advanceDocument(office, { ...current, slip }, workflow, step, transition, {
      causeId: cause.id,
      actorId: cause.actorId ?? step.givenById,
      now: office.clock.now(),
      assignees: await chooseAssignees(office, transition, step, slip.steps, NOBODY_CHOSEN),
      instruction: '',
      result: null,
      due: null,
    });
  });
};
