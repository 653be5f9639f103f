import type { OfficialDocument } from '@congso/contract/documents';
import type { Transition, Workflow } from '@congso/contract/workflow';
import { derivedId } from '../../office/ids.ts';
import { kindOf, type StepKind } from '../../workflow/read-definition.ts';
import type { Assignee } from './choose-assignees.ts';
import type { StepValue } from './slip-step.ts';

/** What a transition brings along, besides who follows. `causeId` makes the new steps' ids. */
export type Taking = {
  readonly causeId: string;
  readonly actorId: string;
  readonly now: Date;
  readonly assignees: readonly Assignee[];
  readonly instruction: string;
  readonly result: string | null;
  readonly due: { readonly dueDate: string; readonly dueAt: Date } | null;
};

/** The slip after a transition out of `step`: that step ended, the new ones at its end. */
export function takeTransition(
  documentId: string,
  workflow: Workflow,
  steps: readonly StepValue[],
  step: StepValue,
  transition: Transition,
  taking: Taking,
): { steps: StepValue[]; added: StepValue[] } {
  const { now, result } = taking;
  const parent = steps.find(({ id }) => id === step.parentId);
  // Where nothing new is said, instruction and due date of the step it follows, or goes back to, hold on.
  const follows = transition.leaves === 'returned' && parent ? parent : step;
  const added = taking.assignees.map((assignee, index): StepValue => {
    const id = derivedId('step', documentId, taking.causeId, String(index));
    return {
      ...assignee,
      id,
      state: transition.to,
      kind: kindOf(workflow, transition.to),
      // Handed on, it keeps its giver; returned, it is again the giver's as it was; else this step is what it came from.
      parentId: { done: step.id, skipped: step.id, reassigned: step.parentId, returned: parent?.parentId ?? null }[
        transition.leaves
      ],
      instruction: taking.instruction || follows.instruction,
      givenById: taking.actorId,
      dueDate: taking.due?.dueDate ?? follows.dueDate,
      dueAt: taking.due?.dueAt ?? follows.dueAt,
      status: 'active',
      startedAt: now,
      doneAt: null,
      result: null,
      taskId: transition.makesTask ? derivedId('task', documentId, id) : null,
    };
  });
  const ended = steps.map((one) =>
    one.id === step.id ? { ...one, status: transition.leaves, doneAt: now, result } : one,
  );
  return { steps: [...ended, ...added], added };
}

const STATE_OF: Record<StepKind, OfficialDocument['state']> = {
  submit: 'registered',
  direct: 'submitted',
  assign: 'directed',
  process: 'assigned',
  complete: 'completed',
};

/**
 * How far a document is: as far as its leading step, and completed only when the lead has finished and everyone who
 * coordinates has finished or was released.
 */
export function documentStateOf(steps: readonly StepValue[]): OfficialDocument['state'] {
  const active = steps.filter((step) => step.status === 'active');
  if (active.length === 0) return 'completed';
  return STATE_OF[active.find((step) => step.part === 'lead')?.kind ?? 'process'];
}
