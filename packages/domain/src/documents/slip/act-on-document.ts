import type { CommandInput } from '@congso/contract/catalog';
import type { OpenedDocument } from '@congso/contract/documents';
import { LIMITS } from '@congso/contract/limits';
import type { Transition, Workflow } from '@congso/contract/workflow';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { Refusal } from '../../office/refusal.ts';
import { changeAggregate } from '../../outbox/change-aggregate.ts';
import { getWorkflow } from '../../workflow/find-workflow.ts';
import { resolveDue } from '../../working-time/resolve-due.ts';
import { getDocumentAccess } from '../access.ts';
import { type DocumentDoc, documents } from '../document-model.ts';
import { openDocument } from '../open-document.ts';
import { advanceDocument } from './advance-document.ts';
import { chooseAssignees } from './choose-assignees.ts';
import type { SlipValue, StepValue } from './slip-step.ts';
import { transitionsOpenTo } from './step-rules.ts';

/**
 * Takes a step of the workflow. The definition the slip started under says which actions there are, whose they are and
 * whom they lead to; nothing here knows one action from another.
 *
 * @throws Refusal NOT_FOUND, WRONG_STATE (the step is over, or the document), FORBIDDEN, REASON_NEEDED, BAD_INPUT,
 * DATE_IN_PAST, PERSON_INACTIVE, ALREADY_EXISTS, TOO_MANY_KEPT
 */
export async function actOnDocument(
  office: Office,
  caller: Caller,
  input: CommandInput<'documents.act'>,
): Promise<OpenedDocument> {
  const { document } = await getDocumentAccess(office, caller, input.documentId);
  const workflow = document.slip && (await getWorkflow(office, document.slip.workflowId));
  const changed = await changeAggregate(office, documents, document._id, caller, input.requestId, async (current) => {
    if (!hasSlip(current) || !workflow || current.state === 'voided') throw new Refusal('WRONG_STATE');
    const { step, transition } = findTransition(caller, workflow, current.slip.steps, input);
    if (transition.needsReason && input.reason === '') throw new Refusal('REASON_NEEDED', { field: 'reason' });
    if (!transition.setsDueDate && input.due) throw new Refusal('BAD_INPUT', { field: 'due' });
    const assignees = await chooseAssignees(office, transition, step, current.slip.steps, input);
    // They lie in the document, and each may get a task: a letter is not handed back and forth without end.
    if (current.slip.steps.length + assignees.length > LIMITS.stepsOfSlip) throw new Refusal('TOO_MANY_KEPT');
    return advanceDocument(office, current, workflow, step, transition, {
      causeId: input.requestId,
      actorId: caller.personId,
      now: office.clock.now(),
      assignees,
      instruction: input.instruction,
      result: input.reason === '' ? null : input.reason,
      due: await resolveDue(office, input.due),
    });
  });
  return openDocument(office, caller, changed);
}

const hasSlip = (document: DocumentDoc): document is DocumentDoc & { slip: SlipValue } => document.slip !== null;

/** The transition meant: out of the step named, or out of the one step the caller may take this action from. */
function findTransition(
  caller: Caller,
  workflow: Workflow,
  steps: readonly StepValue[],
  { stepId, action }: CommandInput<'documents.act'>,
): { step: StepValue; transition: Transition } {
  const meant = steps.filter((step) => (stepId === null ? step.status === 'active' : step.id === stepId));
  if (stepId !== null && meant.length === 0) throw new Refusal('NOT_FOUND', { field: 'stepId' });
  if (!meant.some((step) => step.status === 'active')) throw new Refusal('WRONG_STATE', { field: 'stepId' });
  for (const step of meant) {
    const transition = transitionsOpenTo(caller, workflow, step, steps).find((one) => one.action === action);
    if (transition) return { step, transition };
  }
  const isPossible = workflow.transitions.some(
    (one) => one.action === action && meant.some((step) => step.state === one.from),
  );
  throw new Refusal(isPossible ? 'FORBIDDEN' : 'WRONG_STATE', { field: 'action' });
}
