import { type CodeNotation, DASHES, parseCodeNotation } from './parse-code-notation.ts';

/** A code found in running text, and where (indexes into the text as `unifyDashes` leaves it). */
export interface FoundCode {
  code: CodeNotation;
  start: number;
  end: number;
}

// The groups of a symbol are written in capitals (a lower-case tail as in CTr, QyĐ, TTr is allowed): "24/ngày" and
// "km/h" are no symbols. Lengths are bounded, so that hostile text costs no more than it is long.
const GROUP = '\\p{Lu}[\\p{L}\\d.&]{0,15}';
const BARE = new RegExp(`(?<![\\p{L}\\d/.-])\\d{1,6}[a-z]?(?:/\\d{4})?/${GROUP}(?:-${GROUP}){0,5}`, 'gu');
/** After "Số:" a scanner or a justified line may have torn the code: "Số: 123 / SNV - VP". */
const LABELLED = new RegExp(
  `(?<!\\p{L})[Ss][ốỐ]\\s{0,3}:?\\s{0,3}(\\d{1,6}[a-z]?(?: ?/ ?\\d{4})? ?/ ?${GROUP}(?: ?- ?${GROUP}){0,5})`,
  'u',
);
const PARTY = /(?<!\p{L})[Ss][ốỐ]\s{0,3}:?\s{0,3}(\d{1,6} ?- ?\p{Lu}{1,5} ?\/ ?\p{Lu}[\p{Lu}-]{0,15})/u;
/** A code after one of these words belongs to another document that the letter only speaks of. */
const REFERS = /(?:căn cứ|theo|thực hiện|triển khai|tại|trả lời|phúc đáp|của)\s+(?:\p{L}+\s+){0,4}(?:số\s*:?\s*)?$/iu;

/** Text as the finders read it: NFC, dashes as "-". Lengths are those of the result. */
export function unifyDashes(text: string): string {
  return text.normalize('NFC').replace(DASHES, '-');
}

/** The code behind the label "Số:" of a letter's heading, or null. A draft's empty "Số:    /SNV-VP" is none. */
export function findLabelledCode(text: string): FoundCode | null {
  const match = LABELLED.exec(text) ?? PARTY.exec(text);
  if (match?.[1] === undefined) return null;
  const end = match.index + match[0].length;
  return { code: parseCodeNotation(trimEnd(match[1].replace(/ ?([/-]) ?/g, '$1'))), start: match.index, end };
}

/** The first code in a sentence that is not a reference to another document, or null. */
export function findOwnCode(text: string): FoundCode | null {
  for (const match of text.matchAll(BARE)) {
    const before = text.slice(Math.max(0, match.index - 80), match.index);
    if (REFERS.test(before)) continue;
    const written = trimEnd(match[0]);
    return { code: parseCodeNotation(written), start: match.index, end: match.index + written.length };
  }
  const party = PARTY.exec(text);
  if (party?.[1] === undefined || REFERS.test(text.slice(Math.max(0, party.index - 80), party.index))) return null;
  const code = parseCodeNotation(party[1].replace(/ ?([/-]) ?/g, '$1'));
  return { code, start: party.index, end: party.index + party[0].length };
}

/** A full stop or ampersand at the end closes the sentence, not the code. */
function trimEnd(code: string): string {
  return code.replace(/[.&]+$/, '');
}
