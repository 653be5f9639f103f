import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import { LIMITS } from '@congso/contract/limits';
import { civilDateOf } from '@congso/language/dates';
import type { Caller } from '../../office/caller.ts';
import { derivedId } from '../../office/ids.ts';
import type { Office } from '../../office/office.ts';
import { Refusal } from '../../office/refusal.ts';
import { changePerson } from '../accounts/change-person.ts';
import { appointmentsInForce } from '../appointments-in-force.ts';
import { presentPerson } from '../present-person.ts';
import { makeAppointment, withOnePrimary } from './make-appointment.ts';

/**
 * Appoints a person to a position in a unit. An appointment in force to the same position there ends and the new one
 * stands in its place: that is how roles change, and the record shows until when the old ones held.
 *
 * @throws Refusal PERSON_INACTIVE, LAST_ADMINISTRATOR, TOO_MANY_KEPT, and as `makeAppointment` says.
 */
export async function appoint(
  office: Office,
  caller: Caller,
  { personId, requestId, ...wanted }: CommandInput<'people.appoint'>,
): Promise<CommandOutput<'people.appoint'>> {
  const doc = await changePerson(office, caller, personId, requestId, async (current) => {
    if (!current.isActive) throw new Refusal('PERSON_INACTIVE', { field: 'personId' });
    if (current.appointments.length >= LIMITS.appointmentsOfPerson) throw new Refusal('TOO_MANY_KEPT');
    const appointment = await makeAppointment(office, derivedId('appointment', personId, requestId), wanted);
    const today = civilDateOf(office.clock.now());
    const kept = current.appointments.map((earlier) =>
      earlier.to === null && earlier.unitId === wanted.unitId && earlier.positionId === wanted.positionId
        ? { ...earlier, to: today }
        : earlier,
    );
    const before = new Set(appointmentsInForce(current).map(({ unitId }) => unitId));
    const unitIds = [...new Set([...before, wanted.unitId])];
    const enteredIds = before.has(wanted.unitId) ? [] : [wanted.unitId];
    return {
      set: { appointments: withOnePrimary([...kept, appointment], wanted.isPrimary ? appointment.id : null) },
      story: {
        action: 'appointed',
        details: { appointment },
        facts: [{ name: 'person.appointed', payload: { personId, unitIds, enteredIds } }],
        marks: [{ to: 'everyone', kind: 'person' }],
      },
    };
  });
  return presentPerson(office, caller, doc);
}
