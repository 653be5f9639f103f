import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import { listUnitsLedBy } from '../organisation/list-units-led.ts';
import { listHeadIds, listIdsInUnits } from '../people/find-people.ts';
import { hasRole } from '../people/require-role.ts';
import { type TaskDoc, tasks } from './task-model.ts';

declare const proof: unique symbol;
/** Proof that the caller may read this task; only this file makes one. */
export type TaskAccess = { readonly task: TaskDoc; readonly [proof]: true };

type People = Pick<TaskDoc, 'assignerId' | 'unitId' | 'leadId' | 'coordinatorIds'>;

/** Everybody who has a part in a task by name. Who gave a step's task gave it as head of a unit, and is none of them. */
function participantsOf({ assignerId, unitId, leadId, coordinatorIds }: People): string[] {
  return [...new Set([...(unitId ? [] : [assignerId]), leadId, ...coordinatorIds])];
}

/** Everybody who has a part in a task now, the heads of its unit too: whose browsers must hear of its changes. */
export async function listConcerned(office: Office, task: People): Promise<string[]> {
  const heads = task.unitId ? await listHeadIds(office, [task.unitId]) : [];
  return [...new Set([...heads, ...participantsOf(task)])];
}

/** Whether a person, who heads these units, is one of those `listConcerned` lists. */
export const isConcerned = (task: People, personId: string, headedUnitIds: readonly string[]): boolean =>
  participantsOf(task).includes(personId) || (task.unitId !== null && headedUnitIds.includes(task.unitId));

/** Whose work the caller answers for: everybody's as leader, that of the people of the units led, or nobody's. */
export async function listAnsweredFor(office: Office, caller: Caller): Promise<'everybody' | string[]> {
  if (hasRole(caller, 'leader')) return 'everybody';
  const led = await listUnitsLedBy(office, caller);
  return led.length === 0 ? [] : listIdsInUnits(office, led);
}

/**
 * Which tasks the caller may read, as a condition for a query: those of its participants, everything for the office's
 * leaders, for a head or deputy what lies with the people or the units below, and for the clerks what comes from a
 * document, because they follow it up (Decree 30/2020, article 24).
 */
export async function readableBy(office: Office, caller: Caller): Promise<object> {
  const { personId } = caller;
  const answersFor = await listAnsweredFor(office, caller);
  if (answersFor === 'everybody') return {};
  const led = await listUnitsLedBy(office, caller);
  const own = [{ leadId: personId }, { coordinatorIds: personId }, { unitId: null, assignerId: personId }];
  const inUnits = [{ leadId: { $in: answersFor } }, { unitId: { $in: led } }];
  const followed = hasRole(caller, 'clerk') ? [{ 'source.kind': 'document' }] : [];
  return { $or: [...own, ...inUnits, ...followed] };
}

/**
 * Null for who may not read it and when there is none alike: its existence is not told, nor by the time it takes, since
 * the gate is asked within the one query.
 */
export async function findTaskAccess(office: Office, caller: Caller, taskId: string): Promise<TaskAccess | null> {
  const task = await tasks
    .of(office)
    .findOne({ $and: [{ _id: taskId }, await readableBy(office, caller)] })
    .lean<TaskDoc>();
  return task && ({ task } as TaskAccess);
}

/** @throws Refusal NOT_FOUND */
export async function getTaskAccess(office: Office, caller: Caller, taskId: string): Promise<TaskAccess> {
  const access = await findTaskAccess(office, caller, taskId);
  if (!access) throw new Refusal('NOT_FOUND', { field: tasks.idField });
  return access;
}
