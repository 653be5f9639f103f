import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { Caller } from '../../office/caller.ts';
import { derivedId } from '../../office/ids.ts';
import type { Office } from '../../office/office.ts';
import { Refusal } from '../../office/refusal.ts';
import { hashPassword, makeTemporaryPassword } from '../../sessions/passwords.ts';
import { isDuplicateKey } from '../../stores/mongo.ts';
import { makeAppointment } from '../appointments/make-appointment.ts';
import { type PersonDoc, people } from '../person-model.ts';
import { presentPerson } from '../present-person.ts';
import { requireRole } from '../require-role.ts';
import { addPerson } from './add-person.ts';
import { readPhone } from './read-phone.ts';

/**
 * Adds a person. The temporary password is answered once and stored nowhere; a repeat answers the person without it,
 * and an administrator who lost the first answer resets the password.
 *
 * @throws Refusal FORBIDDEN, LOGIN_TAKEN, and as `makeAppointment` and `readPhone` say.
 */
export async function createPerson(
  office: Office,
  caller: Caller,
  input: CommandInput<'people.create'>,
): Promise<CommandOutput<'people.create'>> {
  requireRole(caller, 'admin');
  const id = derivedId('person', caller.personId, input.requestId);
  const original = await people.of(office).findOne({ _id: id }).lean<PersonDoc>();
  if (original) return { person: await presentPerson(office, caller, original), temporaryPassword: null };

  const { familyMiddle, given, login, mail } = input;
  const phone = readPhone(input.phone);
  const appointment = await makeAppointment(office, derivedId('appointment', id, input.requestId), {
    ...input.appointment,
    isPrimary: true,
  });
  const temporaryPassword = makeTemporaryPassword();
  const passwordHash = await hashPassword(temporaryPassword);
  const created = await addPerson(office, caller, {
    _id: id,
    familyMiddle,
    given,
    login,
    passwordHash,
    mustChangePassword: true,
    phone,
    mail,
    appointment,
  }).catch((error: unknown) => {
    throw isDuplicateKey(error, 'login') ? new Refusal('LOGIN_TAKEN', { field: 'login' }) : error;
  });
  // Of two repeats at once, the one whose hash was stored hands out the password that opens the account.
  const isOurs = created.passwordHash === passwordHash;
  return {
    person: await presentPerson(office, caller, created),
    temporaryPassword: isOurs ? temporaryPassword : null,
  };
}
