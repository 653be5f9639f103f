import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import { listUnitsLedBy } from '../organisation/list-units-led.ts';
import { appointmentsInForce } from '../people/appointments-in-force.ts';
import { listActive } from '../people/find-people.ts';
import { hasRole } from '../people/require-role.ts';
import { type TaskDoc, tasks } from './task-model.ts';

declare const proof: unique symbol;
/** Proof that the caller may read this task; only this file makes one. */
export type TaskAccess = { readonly task: TaskDoc; readonly [proof]: true };

/** Everybody who has a part in a task. */
export function participantsOf(task: Pick<TaskDoc, 'assignerId' | 'leadId' | 'coordinatorIds'>): string[] {
  return [...new Set([task.assignerId, task.leadId, ...task.coordinatorIds])];
}

/** Null for who may not read it and when there is none alike: its existence is not told. */
export async function findTaskAccess(office: Office, caller: Caller, taskId: string): Promise<TaskAccess | null> {
  const task = await tasks.of(office).findOne({ _id: taskId }).lean<TaskDoc>();
  return task && (await canReadTask(office, caller, task)) ? ({ task } as TaskAccess) : null;
}

/** @throws Refusal NOT_FOUND */
export async function getTaskAccess(office: Office, caller: Caller, taskId: string): Promise<TaskAccess> {
  const access = await findTaskAccess(office, caller, taskId);
  if (!access) throw new Refusal('NOT_FOUND', { field: 'taskId' });
  return access;
}

/** Its participants, the office's leaders, and the head or deputy above whoever leads it. */
async function canReadTask(office: Office, caller: Caller, task: TaskDoc): Promise<boolean> {
  if (participantsOf(task).includes(caller.personId) || hasRole(caller, 'leader')) return true;
  const led = await listUnitsLedBy(office, caller);
  if (led.length === 0) return false;
  const [lead] = await listActive(office, [task.leadId]);
  return lead !== undefined && appointmentsInForce(lead).some((appointment) => led.includes(appointment.unitId));
}
