import type { MailAddress } from '@congso/contract/mail-reading';
import { fold } from '@congso/language/fold';
import { fullName } from '@congso/language/names';
import type { Office } from '../../office/office.ts';
import { findOrganisation } from '../../organisation/find-organisation.ts';
import { listByWholeName } from '../../people/find-people.ts';

/** A longer name holds more than a person's. */
const MOST_WORDS = 12;
const LONGEST_NAME = 6;

/**
 * Whose name a sender bears who writes from elsewhere: one of our people ("Giám đốc Nguyễn Văn An <x@gmail.example>"), or our
 * office; null where the address is ours or that person's own. It is only told: two people may have one name.
 */
export async function findClaimedIdentity(office: Office, from: MailAddress | null): Promise<string | null> {
  const organisation = await findOrganisation(office);
  if (from === null || organisation === null || isOf(from.address, organisation.mailDomain)) return null;
  const words = wordsOf(from.name);
  const bare = words.join(' ').replace(/^(?:bo phan )?(?:van thu|vt|hanh chinh)\s/, '');
  const called = [organisation.name, organisation.shortName].map((name) => wordsOf(name).join(' '));
  if (bare !== '' && called.includes(bare)) return organisation.name;
  const people = await listByWholeName(office, namesIn(words));
  const [claimed] = people;
  const isTheirOwn = people.some(({ mail }) => mail?.toLowerCase() === from.address.toLowerCase());
  return claimed === undefined || isTheirOwn ? null : fullName(claimed);
}

function isOf(address: string, domain: string): boolean {
  const own = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return own === domain.toLowerCase() || own.endsWith(`.${domain.toLowerCase()}`);
}

const wordsOf = (name: string): string[] =>
  fold(name)
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);

/** What may be a person's name in a longer one, folded. One word alone is nobody's whole name. */
function namesIn(words: readonly string[]): string[] {
  const names: string[] = [];
  for (let first = 0; first < words.length; first += 1) {
    for (let end = first + 2; end <= Math.min(words.length, first + LONGEST_NAME); end += 1) {
      names.push(words.slice(first, end).join(' '));
    }
  }
  return names;
}
