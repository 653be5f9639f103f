import { fold } from '@congso/language/fold';
import { fullName, type PersonName, sortKeyOf } from '@congso/language/names';

/** What a person is sorted and found by. */
type NameKeys = { readonly sortKey: string; readonly searchKey: string };

/**
 * The keys the directory works with: sorted as Vietnamese lists people, found by the beginning of any word of the name
 * or by the phone as people dial it. Not by the login, which colleagues do not see.
 */
export function nameKeysOf(person: PersonName & { readonly phone: string | null }): NameKeys {
  const name = { familyMiddle: person.familyMiddle, given: person.given };
  const dialled = person.phone?.replace(/^\+84/, '0') ?? '';
  return { sortKey: sortKeyOf(name), searchKey: `${fold(fullName(name))} ${dialled}`.trim() };
}
