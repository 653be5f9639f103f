import type { Task } from '@congso/contract/tasks';
import { Refusal } from '../office/refusal.ts';
import type { TaskDoc } from './task-model.ts';

type State = Task['state'];
type Action = Task['actions'][number];
type Part = 'assigner' | 'lead' | 'coordinator';

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

function partsOf(task: TaskDoc, personId: string): Part[] {
  const parts: Part[] = [];
  if (task.assignerId === personId) parts.push('assigner');
  if (task.leadId === personId) parts.push('lead');
  if (task.coordinatorIds.includes(personId)) parts.push('coordinator');
  return parts;
}

/** What a person may do with a task now; the browser shows only this. */
export function actionsFor(task: TaskDoc, personId: string): Action[] {
  const parts = partsOf(task, personId);
  return (Object.keys(TRANSITIONS) as Action[]).filter((action) => {
    const { by, from } = TRANSITIONS[action];
    return from.includes(task.state) && by.some((part) => parts.includes(part));
  });
}

/**
 * The state an action leads to.
 * @throws Refusal FORBIDDEN when it is never this person's to do, WRONG_STATE when it is not possible now.
 */
export function stateAfter(task: TaskDoc, personId: string, action: Action): State {
  const { by, from, to } = TRANSITIONS[action];
  const parts = partsOf(task, personId);
  if (!by.some((part) => parts.includes(part))) throw new Refusal('FORBIDDEN');
  if (!from.includes(task.state)) throw new Refusal('WRONG_STATE');
  return to;
}
