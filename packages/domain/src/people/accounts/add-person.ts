import type { Actor } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { createAggregate } from '../../outbox/create-aggregate.ts';
import { nameKeysOf } from '../directory/name-keys.ts';
import { type AppointmentValue, type PersonDoc, people } from '../person-model.ts';

/** What a person is made of. */
type NewPerson = Pick<
  PersonDoc,
  '_id' | 'familyMiddle' | 'given' | 'login' | 'passwordHash' | 'mustChangePassword' | 'phone' | 'mail'
> & { readonly appointment: AppointmentValue };

/**
 * Puts a person with an open account and one appointment into the office; one who is there already under this id is
 * answered as they are. Whoever calls this has asked whether it may be done.
 *
 * @throws a duplicate key of `login` when another has it
 */
export async function addPerson(
  office: Office,
  actor: Actor,
  { appointment, ...person }: NewPerson,
): Promise<PersonDoc> {
  const fields = {
    ...person,
    ...nameKeysOf(person),
    isActive: true,
    appointments: [appointment],
    preferences: { language: 'vi' as const, theme: 'auto' as const },
  };
  const unitIds = [appointment.unitId];
  return createAggregate(office, people, actor, fields, {
    action: 'created',
    details: { appointment },
    facts: [{ name: 'person.appointed', payload: { personId: person._id, unitIds, enteredIds: unitIds } }],
    marks: [{ to: 'everyone', kind: 'person' }],
  });
}
