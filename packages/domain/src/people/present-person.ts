import type { Person } from '@congso/contract/people';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { getPositionTitles } from '../organisation/get-position-titles.ts';
import { primaryAppointment } from './appointments-in-force.ts';
import type { PersonDoc } from './person-model.ts';
import { hasRole } from './require-role.ts';

/**
 * People as a colleague sees them; never the password hash. A login is shown to its owner and to administrators, to
 * others it is empty: whoever knows it can lock its owner out with wrong passwords.
 */
export async function presentPeople(office: Office, viewer: Caller, docs: readonly PersonDoc[]): Promise<Person[]> {
  const titles = await getPositionTitles(office);
  const seesLogins = hasRole(viewer, 'admin');
  return docs.map((doc) => {
    const primary = primaryAppointment(doc);
    return {
      id: doc._id,
      familyMiddle: doc.familyMiddle,
      given: doc.given,
      login: seesLogins || doc._id === viewer.personId ? doc.login : '',
      title: (primary && titles.get(primary.positionId)) ?? '',
      unitId: primary?.unitId ?? null,
      phone: doc.phone,
      mail: doc.mail,
      isActive: doc.isActive,
      appointments: doc.appointments,
      version: doc.version,
    };
  });
}

export async function presentPerson(office: Office, viewer: Caller, doc: PersonDoc): Promise<Person> {
  const [person] = await presentPeople(office, viewer, [doc]);
  if (!person) throw new Error('a presented person vanished');
  return person;
}
