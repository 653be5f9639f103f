import type { Role } from '@congso/contract/people';
import type { Caller } from '../office/caller.ts';
import { Refusal } from '../office/refusal.ts';

/** Whether the caller holds one of the roles anywhere in the office. */
export function hasRole(caller: Caller, ...roles: readonly Role[]): boolean {
  return roles.some((role) => caller.roles.has(role));
}

/** @throws Refusal FORBIDDEN unless the caller holds one of the roles. */
export function requireRole(caller: Caller, ...roles: readonly Role[]): void {
  if (!hasRole(caller, ...roles)) throw new Refusal('FORBIDDEN');
}

/** Whether the caller holds one of the roles through an appointment in that unit. */
export function hasRoleIn(caller: Caller, unitId: string, ...roles: readonly Role[]): boolean {
  return caller.appointments.some(
    (appointment) => appointment.unitId === unitId && appointment.roles.some((role) => roles.includes(role)),
  );
}
