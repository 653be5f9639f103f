import { mailAddress } from './mail-address.ts';
import { phoneNumbers } from './phone-numbers.ts';
import { LETTER_OR_DIGIT, type Link } from './scan.ts';
import { bareAddress, webAddress } from './web-address.ts';

/**
 * So many in one text; what comes after stays text. A letter of a megabyte holds a hundred thousand addresses, and a
 * browser stops for seconds over so many elements.
 */
const MOST_LINKS = 1_000;
/** What no address holds: an address reaches to it at most. Each character is looked at once. */
const WORD = /[^\s<>"“”«»`\\^|]+/gu;
const BEGINS_OR_IS_MAIL = /https?:\/\/|www\.|@/gi;

/**
 * The web addresses, mail addresses and Vietnamese telephone numbers in a text, in their order. They lead to `http:`,
 * `https:`, `mailto:` and `tel:`, to nothing else. In time that grows with the text and no faster, whatever it holds.
 */
export function findLinks(text: string): Link[] {
  const addresses: Link[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (addresses.length >= MOST_LINKS) break;
    for (const { from, to, href } of linksInWord(word)) addresses.push({ from: index + from, to: index + to, href });
  }
  return inOrder([...addresses, ...phoneNumbers(text, MOST_LINKS)]).slice(0, MOST_LINKS);
}

function linksInWord(word: string): Link[] {
  const links: Link[] = [];
  const first = word.search(LETTER_OR_DIGIT);
  const bare = first < 0 ? null : bareAddress(word, first);
  if (bare) links.push(bare);
  for (const { 0: mark, index } of word.matchAll(BEGINS_OR_IS_MAIL)) {
    const end = links.at(-1)?.to ?? 0;
    if (index < end) continue;
    const link = mark === '@' ? mailAddress(word, index, end) : webAddress(word, index, mark);
    if (link) links.push(link);
  }
  return links;
}

/** In their order, without those that lie in one before: the digits in an address are no number. */
function inOrder(links: readonly Link[]): Link[] {
  const kept: Link[] = [];
  for (const link of [...links].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (link.from >= (kept.at(-1)?.to ?? 0)) kept.push(link);
  }
  return kept;
}
