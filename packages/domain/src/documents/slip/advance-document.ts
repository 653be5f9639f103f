import type { Transition, Workflow } from '@congso/contract/workflow';
import type { Office } from '../../office/office.ts';
import type { Change } from '../../outbox/change-aggregate.ts';
import { listReaderIds } from '../access.ts';
import type { DocumentDoc } from '../document-model.ts';
import type { SlipValue, StepValue } from './slip-step.ts';
import { documentStateOf, type Taking, takeTransition } from './take-transition.ts';

/** The change a transition makes of a document: its slip, its state, its due date, and the story for the register. */
export async function advanceDocument(
  office: Office,
  document: DocumentDoc & { slip: SlipValue },
  workflow: Workflow,
  step: StepValue,
  transition: Transition,
  taking: Taking,
): Promise<Change<DocumentDoc>> {
  const { steps, added } = takeTransition(document._id, workflow, document.slip.steps, step, transition, taking);
  const state = documentStateOf(steps);
  // The document is due when its leader said, or, where no leader did, when the leading unit's head said.
  const setsDue = taking.due !== null && step.part === 'lead' && (step.kind === 'direct' || document.dueAt === null);
  return {
    set: {
      slip: { ...document.slip, steps },
      state,
      completedAt: state === 'completed' ? taking.now : null,
      ...(setsDue && taking.due),
    },
    story: {
      action: transition.action,
      from: document.state,
      to: state,
      reason: taking.result,
      details: {
        stepId: step.id,
        stepState: step.state,
        part: step.part,
        unitId: step.unitId,
        instruction: taking.instruction,
        dueDate: taking.due?.dueDate ?? null,
        given: added.map(({ id, kind, assigneeId, unitId, part, dueDate }) => ({
          stepId: id,
          kind,
          assigneeId,
          unitId,
          part,
          dueDate,
        })),
      },
      facts: [{ name: 'document.advanced', payload: { documentId: document._id } }],
      // Who loses it by this very step must hear of it as well.
      marks: [{ to: await listReaderIds(office, [...document.slip.steps, ...added]), kind: 'document' }],
    },
  };
}
