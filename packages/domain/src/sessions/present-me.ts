import type { CommandOutput } from '@congso/contract/catalog';
import { mayGetMail } from '../mail/access.ts';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { findOrganisation } from '../organisation/find-organisation.ts';
import { rolesOf } from '../people/appointments-in-force.ts';
import { getPersonDoc } from '../people/find-people.ts';
import { presentPerson } from '../people/present-person.ts';

/** The signed-in person as the browser needs it. */
export async function presentMe(office: Office, caller: Caller): Promise<CommandOutput<'session.get'>> {
  const [doc, organisation, readsMail] = await Promise.all([
    getPersonDoc(office, caller.personId),
    findOrganisation(office),
    mayGetMail(office, caller),
  ]);
  return {
    person: await presentPerson(office, caller, doc),
    roles: [...rolesOf(doc)],
    preferences: doc.preferences,
    phrases: doc.phrases ?? {},
    mustChangePassword: doc.mustChangePassword,
    readsMail,
    officeName: organisation?.name ?? '',
    serverTime: office.clock.now().toISOString(),
  };
}
