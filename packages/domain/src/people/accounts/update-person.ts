import { isDeepStrictEqual } from 'node:util';
import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { overlay } from '../../office/overlay.ts';
import { nameKeysOf } from '../directory/name-keys.ts';
import { presentPerson } from '../present-person.ts';
import { changePerson } from './change-person.ts';
import { readPhone } from './read-phone.ts';

/** Corrects a person's name, phone or mail address. */
export async function updatePerson(
  office: Office,
  caller: Caller,
  { personId, requestId, phone: written, ...given }: CommandInput<'people.update'>,
): Promise<CommandOutput<'people.update'>> {
  const doc = await changePerson(office, caller, personId, requestId, (current) => {
    const { familyMiddle, given: givenName, phone, mail } = current;
    const earlier = { familyMiddle, given: givenName, phone, mail };
    const details = overlay(earlier, { ...given, phone: written === undefined ? undefined : readPhone(written) });
    if (isDeepStrictEqual(details, earlier)) return null;
    return {
      set: { ...details, ...nameKeysOf(details) },
      story: { action: 'updated', details, marks: [{ to: 'everyone', kind: 'person' }] },
    };
  });
  return presentPerson(office, caller, doc);
}
