import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { nameKeysOf } from '../directory/name-keys.ts';
import { presentPerson } from '../present-person.ts';
import { changePerson } from './change-person.ts';
import { readPhone } from './read-phone.ts';

/** Corrects a person's name, phone or mail address. */
export async function updatePerson(
  office: Office,
  caller: Caller,
  { personId, requestId, familyMiddle, given, phone: written, mail }: CommandInput<'people.update'>,
): Promise<CommandOutput<'people.update'>> {
  const doc = await changePerson(office, caller, personId, requestId, (current) => {
    const phone = readPhone(written);
    const details = { familyMiddle, given, phone, mail };
    const isSame =
      current.familyMiddle === familyMiddle &&
      current.given === given &&
      current.phone === phone &&
      current.mail === mail;
    if (isSame) return null;
    return {
      set: { ...details, ...nameKeysOf(details) },
      story: { action: 'updated', details, marks: [{ to: 'everyone', kind: 'person' }] },
    };
  });
  return presentPerson(office, caller, doc);
}
