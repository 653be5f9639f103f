const collator = new Intl.Collator('vi', { numeric: true });

/**
 * Orders two texts as a Vietnamese dictionary does: ă, â, đ, ê, ô, ơ, ư are letters of their own, tones decide last.
 * Runs of digits order by value, so that "Phòng 2" stands before "Phòng 10".
 */
export function compareTexts(a: string, b: string): number {
  return collator.compare(a, b);
}
