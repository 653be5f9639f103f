import type { Caller } from '@congso/domain/office/caller';
import { newId } from '@congso/domain/office/ids';
import { createPerson } from '@congso/domain/people/accounts/create-person';
import { resetPassword } from '@congso/domain/people/accounts/reset-password';
import { getPersonDoc } from '@congso/domain/people/find-people';
import { changePassword } from '@congso/domain/sessions/account/change-password';
import { authenticateSession } from '@congso/domain/sessions/authenticate';
import { openSession } from '@congso/domain/sessions/open-session';
import { splitName } from '@congso/language/names';
import { type Beginning, once } from '../filling/demo.ts';
import { type Colleague, DEPARTMENT } from './department.ts';
import type { Founded } from './found-department.ts';
import { STAFF } from './staff.ts';

/** Phone and mail. The numbers are of mobile form, so that SMS are made, and plainly nobody's: 0900 000 1xx. */
export function contactOf({ key }: Colleague): { phone: string; mail: string } {
  const place = STAFF.findIndex((one) => one.key === key);
  return { phone: `0900000${101 + place}`, mail: `${key}@${DEPARTMENT.mailDomain}` };
}

/** Gives everybody an account and lets them choose the demonstration's password. Answers who they are, signed in. */
export async function enrolStaff(
  { office }: Beginning,
  founded: Founded,
  password: string,
): Promise<Map<string, Caller>> {
  const callers = new Map<string, Caller>();
  const enrol = async (one: Colleague) => {
    callers.set(one.key, await enrolOne(office, founded, one, password));
  };
  // A password's hash keeps a core busy; a few at a time is as fast as all.
  const waiting = [...STAFF];
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let one = waiting.shift(); one; one = waiting.shift()) await enrol(one);
    }),
  );
  await office.relay.settled();
  return callers;
}

async function enrolOne(
  office: Beginning['office'],
  { admin, unitIds, positionIds }: Founded,
  one: Colleague,
  password: string,
): Promise<Caller> {
  if (one.key === 'quantri') return signedIn(office, admin.personId);
  const { person, temporaryPassword } = await createPerson(office, admin, {
    requestId: once('person', one.key),
    login: one.key,
    ...splitName(one.name),
    ...contactOf(one),
    appointment: {
      unitId: unitIds[one.unit],
      positionId: positionIds[one.position],
      roles: [one.role],
      isPrimary: true,
    },
  });
  const caller = await signedIn(office, person.id);
  if (!(await getPersonDoc(office, person.id)).mustChangePassword) return caller;
  // Made by a filling that was cut short: its temporary password went with it. A fresh request, or it would be answered with that.
  const temporary =
    temporaryPassword ??
    (await resetPassword(office, admin, { requestId: newId(), personId: person.id })).temporaryPassword;
  const settled = await signedIn(office, person.id);
  await changePassword(office, settled, {
    requestId: newId(),
    currentPassword: temporary ?? '',
    newPassword: password,
  });
  return settled;
}

/** A session as a sign-in opens one; all of them end when the office is filled. */
async function signedIn(office: Beginning['office'], personId: string): Promise<Caller> {
  const { sessionId } = await openSession(office, personId, 'browser', '');
  const caller = await authenticateSession(office, sessionId);
  if (!caller) throw new Error(`${personId} cannot sign in`);
  return caller;
}
