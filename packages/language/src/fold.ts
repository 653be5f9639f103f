const MARKS = /\p{M}/gu;

/**
 * Folds a text for search, so that "Đà Nẵng" is found by "da nang" whichever way either was typed.
 * No database collation does this: Vietnamese collations hold ă, â, đ, ê, ô, ơ, ư to be letters of their own.
 * Source: Unicode normalisation forms (UAX 15); đ has no decomposition and is mapped by hand.
 */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().normalize('NFD').replace(MARKS, '').replaceAll('đ', 'd');
}
