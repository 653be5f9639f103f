import type { Transition } from '@congso/contract/workflow';
import type { Office } from '../../office/office.ts';
import { loadUnitTree } from '../../organisation/unit-tree.ts';
import { appointmentsInForce } from '../../people/appointments-in-force.ts';
import { listByRole, listEveryone, listInUnits, type PersonDoc } from '../../people/find-people.ts';
import type { StepValue } from './slip-step.ts';

/** Whom the definition lets be chosen for what follows a step, by name; handing a step on excludes who has it. */
export async function listCandidates(office: Office, transition: Transition, step: StepValue): Promise<string[]> {
  const { assignee } = transition;
  if (assignee.kind !== 'choose-person') return [];
  const within = assignee.within === 'own-unit' ? await ownUnits(office, step) : null;
  const found = await find(office, assignee.role, within);
  const handsOn = transition.leaves === 'reassigned';
  return found.map((person) => person._id).filter((personId) => !handsOn || personId !== step.assigneeId);
}

type ChoosableRole = Extract<Transition['assignee'], { kind: 'choose-person' }>['role'];

async function find(office: Office, role: ChoosableRole, unitIds: string[] | null): Promise<PersonDoc[]> {
  if (unitIds === null) return role === 'any' ? listEveryone(office) : listByRole(office, role);
  const inUnits = await listInUnits(office, unitIds);
  if (role === 'any') return inUnits;
  return inUnits.filter((person) =>
    appointmentsInForce(person).some(({ unitId, roles }) => unitIds.includes(unitId) && roles.includes(role)),
  );
}

async function ownUnits(office: Office, step: StepValue): Promise<string[]> {
  if (step.unitId === null) return [];
  const tree = await loadUnitTree(office);
  return tree.withAllBelow(step.unitId);
}
