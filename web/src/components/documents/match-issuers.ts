import { fold } from '@congso/language/fold';

/**
 * The known issuers that what was typed means, in their own order: by the beginnings of their words one after another,
 * without marks and with or without spaces between: "so noi", "snv", "sonv" are "Sở Nội vụ". Where words are left out
 * ("ubvt" for "UBND xã Vân Thủy") only if none fits without.
 */
export function matchIssuers<T extends { name: string }>(typed: string, issuers: readonly T[]): T[] {
  const wanted = fold(typed).replace(/[^\p{L}\p{N}]/gu, '');
  if (wanted === '') return [...issuers];
  const whole = issuers.filter(({ name }) => isBegun(wanted, wordsOf(name), false));
  return whole.length > 0 ? whole : issuers.filter(({ name }) => isBegun(wanted, wordsOf(name), true));
}

const wordsOf = (name: string): string[] =>
  fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Whether a text is beginnings of the words, one after another; the first word is never left out. */
function isBegun(wanted: string, words: readonly string[], mayLeaveOut: boolean): boolean {
  // How much of the text the words so far may have used up: kept apart, so that no way is tried twice.
  let used = new Set([0]);
  for (const [index, word] of words.entries()) {
    const next = new Set<number>(mayLeaveOut && index > 0 ? used : []);
    for (const from of used) {
      const most = sharedStart(wanted.slice(from), word);
      for (let length = 1; length <= most; length += 1) next.add(from + length);
    }
    if (next.has(wanted.length)) return true;
    used = next;
  }
  return false;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}
