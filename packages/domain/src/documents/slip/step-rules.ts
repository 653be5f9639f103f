import type { Transition, Workflow } from '@congso/contract/workflow';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { rolesOf } from '../../people/appointments-in-force.ts';
import { listActive, listHeadIds } from '../../people/find-people.ts';
import { hasRole, hasRoleIn } from '../../people/require-role.ts';
import { transitionsFrom } from '../../workflow/read-definition.ts';
import type { StepValue } from './slip-step.ts';

/**
 * Whether a step lies with the caller. A unit's step lies with its head and deputies of today, whoever was head when it
 * was given; a direction with that leader while leader; work with its officer; the first step with any clerk.
 */
export function holdsStep(caller: Caller, step: StepValue): boolean {
  switch (step.kind) {
    case 'submit':
      return hasRole(caller, 'clerk');
    case 'direct':
      return step.assigneeId === caller.personId && hasRole(caller, 'leader');
    case 'assign':
      return step.unitId !== null && hasRoleIn(caller, step.unitId, 'head', 'deputy');
    case 'process':
      return step.assigneeId === caller.personId;
    case 'complete':
      return false;
  }
}

/**
 * Everybody with whom the steps of a slip lie, or lay, by the rules of `holdsStep` and as people are appointed today; what
 * was reassigned counts no more. Of the clerks, with any of whom the first step lies, only the one who registered it.
 */
export async function listHolders(office: Office, steps: readonly StepValue[]): Promise<string[]> {
  const kept = steps.filter((step) => step.status !== 'reassigned');
  const unitIds = kept.flatMap((step) => (step.kind === 'assign' && step.unitId !== null ? [step.unitId] : []));
  const named = kept.filter((step) => step.kind !== 'assign' && step.kind !== 'complete');
  const active = await listActive(
    office,
    named.map((step) => step.assigneeId),
  );
  const rolesById = new Map(active.map((person) => [person._id, rolesOf(person)]));
  const needed = { submit: 'clerk', direct: 'leader', process: null } as const;
  const holders = named.filter(({ kind, assigneeId }) => {
    const role = needed[kind as keyof typeof needed];
    const roles = rolesById.get(assigneeId);
    return roles !== undefined && (role === null || roles.has(role));
  });
  return [...new Set([...holders.map((step) => step.assigneeId), ...(await listHeadIds(office, unitIds))])];
}

/** Whether the caller is one whom the definition lets take this transition out of this step. */
function mayTake(caller: Caller, transition: Transition, step: StepValue, steps: readonly StepValue[]): boolean {
  switch (transition.by) {
    case 'clerk':
      return hasRole(caller, 'clerk');
    case 'holder':
      return holdsStep(caller, step);
    case 'giver': {
      const parent = steps.find(({ id }) => id === step.parentId);
      return parent !== undefined && holdsStep(caller, parent);
    }
    case 'task':
      return false;
  }
}

/** The transitions the caller may take out of a step; none when it is over. The one rule behind showing and acting. */
export function transitionsOpenTo(
  caller: Caller,
  workflow: Workflow,
  step: StepValue,
  steps: readonly StepValue[],
): Transition[] {
  if (step.status !== 'active') return [];
  const taken = new Set<string>();
  return transitionsFrom(workflow, step.state, step.part).filter((transition) => {
    if (taken.has(transition.action) || !mayTake(caller, transition, step, steps)) return false;
    taken.add(transition.action);
    return true;
  });
}
