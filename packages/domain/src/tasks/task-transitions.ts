import type { Task } from '@congso/contract/tasks';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import { listUnitsHeaded } from '../organisation/list-units-led.ts';
import { listActiveIds, listClosedIds } from '../people/find-people.ts';
import { listAnsweredFor } from './access.ts';
import type { TaskDoc } from './task-model.ts';

type State = Task['state'];
type Action = Task['actions'][number];
export type Part = 'assigner' | 'lead' | 'coordinator';

/** Who may do what in which state, and where it leads: the life of a task, in one table. */
const TRANSITIONS: Record<Action, { by: readonly Part[]; from: readonly State[]; to: State }> = {
  accept: { by: ['lead'], from: ['assigned'], to: 'accepted' },
  decline: { by: ['lead'], from: ['assigned'], to: 'declined' },
  progress: { by: ['lead', 'coordinator'], from: ['accepted', 'in-progress'], to: 'in-progress' },
  report: { by: ['lead'], from: ['accepted', 'in-progress'], to: 'reported' },
  'accept-report': { by: ['assigner'], from: ['reported'], to: 'closed' },
  'send-back': { by: ['assigner'], from: ['reported'], to: 'in-progress' },
  close: { by: ['assigner'], from: ['assigned', 'accepted', 'in-progress'], to: 'closed' },
  cancel: { by: ['assigner'], from: ['assigned', 'accepted', 'in-progress', 'reported'], to: 'cancelled' },
};

/**
 * The parts the caller has now in each of these tasks. The assigner's part in the task of a step is its unit's, as the
 * step itself: it lies with whoever is head or deputy there today, and with nobody else; yet who leads a task judges it
 * only if he gave it to himself. In a task given by hand it is the giver's, and once his account is closed that of the
 * leaders and of the head above the lead, so that no report waits for ever.
 */
export async function loadParts(
  office: Office,
  caller: Caller,
  docs: readonly TaskDoc[],
): Promise<Map<string, readonly Part[]>> {
  const { personId } = caller;
  const headed = listUnitsHeaded(caller);
  const standsIn = await loadStandIn(office, caller, docs);
  const isAssigner = (task: TaskDoc) =>
    task.unitId
      ? headed.includes(task.unitId) && (task.leadId !== personId || task.assignerId === personId)
      : task.assignerId === personId || standsIn(task);
  return new Map(
    docs.map((task) => {
      const parts: Part[] = [];
      if (isAssigner(task)) parts.push('assigner');
      if (task.leadId === personId) parts.push('lead');
      if (task.coordinatorIds.includes(personId)) parts.push('coordinator');
      return [task._id, parts];
    }),
  );
}

/** Whether the caller stands in for the giver of a task: asked only of those who answer for others. */
async function loadStandIn(
  office: Office,
  caller: Caller,
  docs: readonly Pick<TaskDoc, 'assignerId'>[],
): Promise<(task: Pick<TaskDoc, 'assignerId' | 'leadId'>) => boolean> {
  const answersFor = await listAnsweredFor(office, caller);
  if (answersFor.length === 0) return () => false;
  const givers = docs.map((task) => task.assignerId);
  const open = new Set(await listActiveIds(office, givers));
  return ({ assignerId, leadId }) =>
    !open.has(assignerId) && leadId !== caller.personId && (answersFor === 'everybody' || answersFor.includes(leadId));
}

/** The tasks in which the caller stands in for their giver, as a condition for a query; null where that cannot be. */
export async function leftBehindTo(office: Office, caller: Caller): Promise<object | null> {
  const answersFor = await listAnsweredFor(office, caller);
  if (answersFor.length === 0) return null;
  const isLed = answersFor === 'everybody' ? {} : { $in: answersFor };
  return {
    unitId: null,
    assignerId: { $in: await listClosedIds(office) },
    leadId: { ...isLed, $ne: caller.personId },
  };
}

/** The tasks in which the caller has the assigner's part without standing in, as a condition for a query. */
export function givenBy(caller: Caller): object {
  const { personId } = caller;
  return {
    $or: [
      { unitId: null, assignerId: personId },
      {
        unitId: { $in: listUnitsHeaded(caller) },
        $or: [{ leadId: { $ne: personId } }, { assignerId: personId }],
      },
    ],
  };
}

/** What somebody with these parts may do with a task now; the browser shows only this. */
export function actionsFor(task: TaskDoc, parts: readonly Part[]): Action[] {
  return (Object.keys(TRANSITIONS) as Action[]).filter((action) => {
    const { by, from } = TRANSITIONS[action];
    return from.includes(task.state) && by.some((part) => parts.includes(part));
  });
}

/**
 * The state an action leads to.
 * @throws Refusal FORBIDDEN when it is never this person's to do, WRONG_STATE when it is not possible now.
 */
export function stateAfter(task: TaskDoc, parts: readonly Part[], action: Action): State {
  const { by, from, to } = TRANSITIONS[action];
  if (!by.some((part) => parts.includes(part))) throw new Refusal('FORBIDDEN');
  if (!from.includes(task.state)) throw new Refusal('WRONG_STATE');
  return to;
}
