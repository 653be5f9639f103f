import type { Role } from '@congso/contract/people';
import type { AppointmentValue, PersonDoc } from './person-model.ts';

/** The appointments that count now. An ended one stays in the record and gives no right. */
export function appointmentsInForce(person: Pick<PersonDoc, 'appointments'>): AppointmentValue[] {
  return person.appointments.filter((appointment) => appointment.to === null);
}

/** All roles of a person, from every appointment in force. */
export function rolesOf(person: Pick<PersonDoc, 'appointments'>): Set<Role> {
  return new Set(appointmentsInForce(person).flatMap((appointment) => appointment.roles));
}

/** The units a person is head or deputy of. */
export function unitsHeadedBy(person: Pick<PersonDoc, 'appointments'>): string[] {
  return appointmentsInForce(person)
    .filter(({ roles }) => roles.includes('head') || roles.includes('deputy'))
    .map(({ unitId }) => unitId);
}

/** The appointment a person is listed under. */
export function primaryAppointment(person: Pick<PersonDoc, 'appointments'>): AppointmentValue | null {
  const inForce = appointmentsInForce(person);
  return inForce.find((appointment) => appointment.isPrimary) ?? inForce[0] ?? null;
}
