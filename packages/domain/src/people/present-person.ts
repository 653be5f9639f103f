import type { Person } from '@congso/contract/people';
import type { Office } from '../office/office.ts';
import { getPositionTitles } from '../organisation/get-position-titles.ts';
import { primaryAppointment } from './appointments-in-force.ts';
import type { PersonDoc } from './person-model.ts';

/** People as colleagues see them; never the password hash. */
export async function presentPeople(office: Office, docs: readonly PersonDoc[]): Promise<Person[]> {
  const titles = await getPositionTitles(office);
  return docs.map((doc) => {
    const primary = primaryAppointment(doc);
    return {
      id: doc._id,
      familyMiddle: doc.familyMiddle,
      given: doc.given,
      login: doc.login,
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

export async function presentPerson(office: Office, doc: PersonDoc): Promise<Person> {
  const [person] = await presentPeople(office, [doc]);
  if (!person) throw new Error('a presented person vanished');
  return person;
}
