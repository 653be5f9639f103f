import type { SlipStep } from '@congso/contract/slips';
import type { StepKind } from '../../workflow/read-definition.ts';

/** A step as its document holds it. `kind` is copied from the definition, so that a desk can be found by an index. */
export type StepValue = Omit<SlipStep, 'dueAt' | 'startedAt' | 'doneAt' | 'report'> & {
  kind: StepKind;
  /** The step whose holder gave this one: the step it is returned to. Null for the first. */
  parentId: string | null;
  dueAt: Date | null;
  startedAt: Date;
  doneAt: Date | null;
};

/** The phiếu giải quyết of a document, with the version of the workflow it started under. */
export type SlipValue = { workflowId: string; workflowVersion: number; steps: StepValue[] };

/** A step as it is shown, with the report its task was closed with. */
export function presentStep(step: StepValue, report: SlipStep['report']): SlipStep {
  const { kind: _kind, parentId: _parentId, dueAt, startedAt, doneAt, ...rest } = step;
  return {
    ...rest,
    dueAt: dueAt?.toISOString() ?? null,
    startedAt: startedAt.toISOString(),
    doneAt: doneAt?.toISOString() ?? null,
    report,
  };
}
