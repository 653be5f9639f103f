import type { Transition, Workflow } from '@congso/contract/workflow';

export type StepKind = Workflow['states'][number]['kind'];

/** What kind of work a state of the slip stands for. */
export function kindOf(workflow: Workflow, state: string): StepKind {
  const found = workflow.states.find(({ key }) => key === state);
  if (!found) throw new Error(`workflow ${workflow.id} has no state ${state}`);
  return found.kind;
}

/** The transitions that lead out of a step in this state with this part. */
export function transitionsFrom(workflow: Workflow, state: string, part: 'lead' | 'coordinate'): Transition[] {
  return workflow.transitions.filter(
    ({ from, onlyPart }) => from === state && (onlyPart === null || onlyPart === part),
  );
}
