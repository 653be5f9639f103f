import type { CommandInput } from '@congso/contract/catalog';
import { civilDateOf } from '@congso/language/dates';
import type { Office } from '../../office/office.ts';
import { Refusal } from '../../office/refusal.ts';
import { getPositionTitles } from '../../organisation/get-position-titles.ts';
import { loadUnitTree } from '../../organisation/unit-tree.ts';
import type { AppointmentValue } from '../person-model.ts';

/** What an appointment is made of. */
export type WantedAppointment = Pick<CommandInput<'people.appoint'>, 'unitId' | 'positionId' | 'roles' | 'isPrimary'>;

/**
 * An appointment from today on.
 *
 * @throws Refusal NOT_FOUND (on `unitId`, `positionId`), WRONG_STATE (on `unitId`) for a closed unit. A unit closed in
 * the same moment may keep one person: shown with the unit, and ended by hand.
 */
export async function makeAppointment(
  office: Office,
  id: string,
  wanted: WantedAppointment,
): Promise<AppointmentValue> {
  const [tree, titles] = await Promise.all([loadUnitTree(office), getPositionTitles(office)]);
  const unit = tree.find(wanted.unitId);
  if (!unit) throw new Refusal('NOT_FOUND', { field: 'unitId' });
  if (!titles.has(wanted.positionId)) throw new Refusal('NOT_FOUND', { field: 'positionId' });
  if (unit.isClosed) throw new Refusal('WRONG_STATE', { field: 'unitId' });
  return {
    id,
    unitId: wanted.unitId,
    positionId: wanted.positionId,
    roles: [...new Set(wanted.roles)],
    isPrimary: wanted.isPrimary,
    from: civilDateOf(office.clock.now()),
    to: null,
  };
}

/** The same appointments with exactly one primary among those in force, if there are any: `primaryId` or the first. */
export function withOnePrimary(
  appointments: readonly AppointmentValue[],
  primaryId: string | null,
): AppointmentValue[] {
  const inForce = appointments.filter((appointment) => appointment.to === null);
  const primary =
    inForce.find(({ id }) => id === primaryId) ?? inForce.find(({ isPrimary }) => isPrimary) ?? inForce[0];
  return appointments.map((appointment) =>
    appointment.to === null ? { ...appointment, isPrimary: appointment === primary } : appointment,
  );
}
