const MARKS = /\p{M}/gu;

/**
 * Folds a text for search, so that "Đà Nẵng" is found by "da nang" whichever way either was typed.
 * No database collation does this: Vietnamese collations hold ă, â, đ, ê, ô, ơ, ư to be letters of their own.
 * Source: Unicode normalisation forms (UAX 15); đ has no decomposition and is mapped by hand.
 */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().normalize('NFD').replace(MARKS, '').replaceAll('đ', 'd');
}

/** More words than this find nothing that fewer would not. */
const MOST_WORDS = 10;

/** The words a person searches by, folded. */
export function searchWords(text: string): string[] {
  return fold(text).split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
}

/** Whether a text is found by what was typed: every word stands somewhere in it, in whatever order, marks ignored. */
export function isFoundBy(typed: string, text: string): boolean {
  const folded = fold(text);
  return searchWords(typed).every((word) => folded.includes(word));
}
