import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import { civilDateOf } from '@congso/language/dates';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { Refusal } from '../../office/refusal.ts';
import { changePerson } from '../accounts/change-person.ts';
import { presentPerson } from '../present-person.ts';
import { withOnePrimary } from './make-appointment.ts';

/**
 * Ends an appointment today: its roles end at once, its line stays in the record. One that has ended stays as it is.
 *
 * @throws Refusal NOT_FOUND (on `appointmentId`), LAST_ADMINISTRATOR
 */
export async function endAppointment(
  office: Office,
  caller: Caller,
  { personId, requestId, appointmentId }: CommandInput<'people.endAppointment'>,
): Promise<CommandOutput<'people.endAppointment'>> {
  const doc = await changePerson(office, caller, personId, requestId, (current) => {
    const appointment = current.appointments.find(({ id }) => id === appointmentId);
    if (!appointment) throw new Refusal('NOT_FOUND', { field: 'appointmentId' });
    if (appointment.to !== null) return null;
    const ended = { ...appointment, to: civilDateOf(office.clock.now()) };
    const appointments = current.appointments.map((one) => (one === appointment ? ended : one));
    return {
      set: { appointments: withOnePrimary(appointments, null) },
      story: {
        action: 'appointmentEnded',
        details: { appointment: ended },
        facts: [{ name: 'person.appointed', payload: { personId, unitIds: [appointment.unitId], enteredIds: [] } }],
        marks: [{ to: 'everyone', kind: 'person' }],
      },
    };
  });
  return presentPerson(office, caller, doc);
}
