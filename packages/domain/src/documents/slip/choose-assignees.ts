import type { CommandInput } from '@congso/contract/catalog';
import type { Transition } from '@congso/contract/workflow';
import type { Office } from '../../office/office.ts';
import { Refusal } from '../../office/refusal.ts';
import { loadUnitTree } from '../../organisation/unit-tree.ts';
import { listByRole } from '../../people/find-people.ts';
import { listCandidates } from './list-candidates.ts';
import type { StepValue } from './slip-step.ts';

/** Who takes a new step: a person, or a unit through its head. */
export type Assignee = Pick<StepValue, 'assigneeId' | 'unitId' | 'part'>;
type Choice = Pick<CommandInput<'documents.act'>, 'personId' | 'coordinatorIds' | 'leadUnitId' | 'coordinatingUnitIds'>;

/**
 * The assignees a transition leads to, as the actor chose them and the definition allows. What follows a coordinating
 * step coordinates; only a leading step is followed by a lead.
 *
 * @throws Refusal BAD_INPUT (on the field) when the choice is missing or not allowed; PERSON_INACTIVE when a unit has
 * neither head nor deputy; ALREADY_EXISTS when who is chosen has the document already.
 */
export async function chooseAssignees(
  office: Office,
  transition: Transition,
  step: StepValue,
  steps: readonly StepValue[],
  choice: Choice,
): Promise<Assignee[]> {
  switch (transition.assignee.kind) {
    case 'choose-person':
      return choosePeople(office, transition, step, steps, choice);
    case 'choose-units':
      return chooseUnits(office, step, steps, choice);
    case 'previous': {
      const parent = steps.find(({ id }) => id === step.parentId);
      if (!parent) throw new Refusal('WRONG_STATE', { field: 'action' });
      return [{ assigneeId: parent.assigneeId, unitId: parent.unitId, part: step.part }];
    }
    case 'none':
      return [];
  }
}

async function choosePeople(
  office: Office,
  transition: Transition,
  step: StepValue,
  steps: readonly StepValue[],
  { personId, coordinatorIds }: Choice,
): Promise<Assignee[]> {
  const candidates = await listCandidates(office, transition, step);
  if (personId === null || !candidates.includes(personId)) throw new Refusal('BAD_INPUT', { field: 'personId' });
  // Work is shared out within a unit; a direction is one leader's.
  const mayCoordinate = step.unitId === null ? [] : candidates;
  const others = [...new Set(coordinatorIds)].filter((id) => id !== personId);
  if (others.some((id) => !mayCoordinate.includes(id))) throw new Refusal('BAD_INPUT', { field: 'coordinatorIds' });
  // A unit's step is its head's of today, and no work of the head it names.
  const hasWork = (id: string) =>
    steps.some((one) => one !== step && one.status === 'active' && one.kind === 'process' && one.assigneeId === id);
  if (hasWork(personId)) throw new Refusal('ALREADY_EXISTS', { field: 'personId' });
  if (others.some(hasWork)) throw new Refusal('ALREADY_EXISTS', { field: 'coordinatorIds' });
  return [
    { assigneeId: personId, unitId: step.unitId, part: step.part },
    ...others.map((assigneeId) => ({ assigneeId, unitId: step.unitId, part: 'coordinate' as const })),
  ];
}

async function chooseUnits(
  office: Office,
  step: StepValue,
  steps: readonly StepValue[],
  { leadUnitId, coordinatingUnitIds }: Choice,
): Promise<Assignee[]> {
  if (leadUnitId === null && (step.part === 'lead' || coordinatingUnitIds.length === 0)) {
    throw new Refusal('BAD_INPUT', { field: 'leadUnitId' });
  }
  const coordinating = [...new Set(coordinatingUnitIds)].filter((unitId) => unitId !== leadUnitId);
  const wanted = [
    ...(leadUnitId === null ? [] : [{ unitId: leadUnitId, part: step.part, field: 'leadUnitId' }]),
    ...coordinating.map((unitId) => ({ unitId, part: 'coordinate' as const, field: 'coordinatingUnitIds' })),
  ];
  const tree = await loadUnitTree(office);
  const assignees: Assignee[] = [];
  for (const { unitId, part, field } of wanted) {
    const unit = tree.find(unitId);
    if (!unit || unit.isClosed) throw new Refusal('BAD_INPUT', { field });
    if (hasDocument(steps, unitId)) throw new Refusal('ALREADY_EXISTS', { field });
    const [head] = [...(await listByRole(office, 'head', unitId)), ...(await listByRole(office, 'deputy', unitId))];
    if (!head) throw new Refusal('PERSON_INACTIVE', { field });
    assignees.push({ assigneeId: head._id, unitId, part });
  }
  return assignees;
}

function hasDocument(steps: readonly StepValue[], unitId: string): boolean {
  return steps.some(
    (step) => step.status === 'active' && (step.kind === 'assign' || step.kind === 'process') && step.unitId === unitId,
  );
}
