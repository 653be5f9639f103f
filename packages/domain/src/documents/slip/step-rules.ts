import type { Transition, Workflow } from '@congso/contract/workflow';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { rolesOf, unitsHeadedBy } from '../../people/appointments-in-force.ts';
import { listActive, listHeadIds, type PersonDoc } from '../../people/find-people.ts';
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

const NEEDED_ROLE = { submit: 'clerk', direct: 'leader', process: null } as const;

/**
 * Whether one of the steps of a slip lies, or lay, with a person, by the rules of `holdsStep` and as the person is
 * appointed today; what was reassigned counts no more. Of the clerks, with any of whom the first step lies, only the one
 * who registered it.
 */
export function isHolder(person: PersonDoc, steps: readonly StepValue[]): boolean {
  const [roles, headed] = [rolesOf(person), unitsHeadedBy(person)];
  return steps.some(({ kind, status, assigneeId, unitId }) => {
    if (!person.isActive || status === 'reassigned' || kind === 'complete') return false;
    if (kind === 'assign') return unitId !== null && headed.includes(unitId);
    const role = NEEDED_ROLE[kind];
    return assigneeId === person._id && (role === null || roles.has(role));
  });
}

/** Everybody for whom `isHolder` is true. */
export async function listHolders(office: Office, steps: readonly StepValue[]): Promise<string[]> {
  const kept = steps.filter((step) => step.status !== 'reassigned');
  const unitIds = kept.flatMap((step) => (step.kind === 'assign' && step.unitId !== null ? [step.unitId] : []));
  const named = kept.map((step) => step.assigneeId);
  const active = new Map((await listActive(office, named)).map((person) => [person._id, person]));
  const holders = named.filter((personId) => {
    const person = active.get(personId);
    return person !== undefined && isHolder(person, kept);
  });
  return [...new Set([...holders, ...(await listHeadIds(office, unitIds))])];
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
