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
/** How a letter speaks of another one, by the words in front of that one's code. */
export type Relation = 'replies-to' | 'recalls' | 'corrects' | 'replaces' | 'refers-to';

/** Between the word and the code stands at most what the other document is: "căn cứ Quyết định của UBND tỉnh số ...". */
const spokenOf = (words: string) =>
  new RegExp(`(?<!\\p{L})(?:${words})\\s+(?:\\p{L}+\\s+){0,4}(?:số\\s*:?\\s*)?$`, 'iu');
const DOCUMENT =
  '(?:công văn|văn bản|cv|vb|quyết định|qđ|thông báo|tb|tờ trình|ttr|kế hoạch|kh|báo cáo|bc|giấy mời|gm|công điện|hướng dẫn|nghị quyết|chỉ thị)';
/**
 * These words also name what a document does by itself ("Quyết định thu hồi đất số 5"), so the other one must be named
 * behind them, unless the sentence begins with them.
 */
const actedOn = (words: string) =>
  new RegExp(
    `(?:^\\s*(?:${words})(?: cho)?\\s+|(?<!\\p{L})(?:${words})(?: cho)?\\s+(?=.{0,30}${DOCUMENT}))(?:(?:các|một phần|nội dung)\\s+)?(?:${DOCUMENT}\\s+(?:\\p{L}+\\s+){0,3})?(?:số\\s*:?\\s*)?$`,
    'iu',
  );
const RELATIONS: readonly [Relation, RegExp][] = [
  ['replies-to', spokenOf('trả lời|phúc đáp|phản hồi|hồi đáp|hồi âm|góp ý')],
  ['recalls', actedOn('thu hồi|hủy bỏ|huỷ bỏ|hủy|huỷ|bãi bỏ|rút')],
  ['corrects', actedOn('đính chính|sửa đổi|bổ sung|điều chỉnh')],
  ['replaces', actedOn('thay thế|thay')],
  ['refers-to', spokenOf('căn cứ|theo|thực hiện|triển khai|tại|đôn đốc|nhắc|gia hạn|của')],
];

/** A code that belongs to another document, and how the letter stands to that. */
export interface FoundReference extends FoundCode {
  relation: Relation;
}

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
  for (const found of codesIn(text)) if (relationOf(text, found.start) === null) return found;
  return null;
}

/** The first code in a sentence that belongs to another document, which the letter answers, recalls or speaks of, or null. */
export function findReference(text: string): FoundReference | null {
  for (const found of codesIn(text)) {
    const relation = relationOf(text, found.start);
    if (relation !== null) return { ...found, relation };
  }
  return null;
}

function relationOf(text: string, start: number): Relation | null {
  const before = text.slice(Math.max(0, start - 80), start);
  return RELATIONS.find(([, pattern]) => pattern.test(before))?.[0] ?? null;
}

function* codesIn(text: string): Generator<FoundCode> {
  for (const match of text.matchAll(BARE)) {
    const written = trimEnd(match[0]);
    yield { code: parseCodeNotation(written), start: match.index, end: match.index + written.length };
  }
  const party = PARTY.exec(text);
  if (party?.[1] === undefined) return;
  const code = parseCodeNotation(party[1].replace(/ ?([/-]) ?/g, '$1'));
  yield { code, start: party.index, end: party.index + party[0].length };
}

/** A full stop or ampersand at the end closes the sentence, not the code. */
function trimEnd(code: string): string {
  return code.replace(/[.&]+$/, '');
}
