import type { Urgency } from '@congso/contract/documents';
import type { SecrecyMark } from '@congso/contract/mail-reading';
import { fold } from '@congso/language/fold';

/**
 * A kind of mark and how it is told from ordinary words. Tones count: "mặt" and "mất" are not "mật". The longer words
 * stand first, for "mật" is in "tối mật" too.
 */
interface MarkWords<M> {
  marks: ReadonlyMap<string, M>;
  /** "Độ mật: Tối mật" on a cover. */
  labels: readonly string[];
  /** Marks of one word, which is also a part of ordinary ones: with this in front of it, or behind it, it is none. */
  oneWord: string;
  notAfter: RegExp;
  notBefore: RegExp;
}

const URGENCY: MarkWords<Urgency> = {
  // Both hỏa and hoả are written. "Hỏa tốc hẹn giờ" is old use.
  marks: new Map([
    ['hỏa tốc hẹn giờ', 'express'],
    ['hoả tốc hẹn giờ', 'express'],
    ['hỏa tốc', 'express'],
    ['hoả tốc', 'express'],
    ['thượng khẩn', 'very-urgent'],
    ['khẩn', 'urgent'],
  ]),
  labels: ['độ khẩn', 'mức độ khẩn'],
  oneWord: 'khẩn',
  notAfter: /(?:khẩn|độ|mức|tình|cấp|thành|cầu|nguyện|cần|van|khai|đồn)$/u,
  notBefore: /^(?:trương|cấp|thiết|khoản|cầu|nài|hoang|nguyện|khoảng)(?!\p{L})/u,
};
const SECRECY: MarkWords<SecrecyMark> = {
  marks: new Map([
    ['tuyệt mật', 'top-secret'],
    ['tối mật', 'secret'],
    ['mật', 'confidential'],
  ]),
  labels: ['độ mật', 'mức độ mật'],
  oneWord: 'mật',
  notAfter:
    /(?:bảo|bí|thân|cẩn|cơ|giải|nội|túi|sỏi|ống|dịch|trù|rậm|đường|khổ|tuần|hương|hợp|độ|mức|mứt|nước|ngọt|chiết|tiết|đặc)$/u,
  notBefore:
    /^(?:ong|độ|khẩu|mã|thiết|vụ|ước|đàm|báo(?! cáo)|thư|lệnh|danh|phong|nghị|hiệu|gấu|mía|đường|tông|ngữ|truyền|viện|ngọt|hoa|dừa|lợn|cá|chú|phục|hội|thám|đạo|nhân)(?!\p{L})/u,
};

/** Types of documents a mark follows: "CV mật số 6", "Công văn khẩn số 7". */
const TYPE_BEFORE =
  /(?<!\p{L})(?:cv|công văn|văn bản|vb|công điện|điện|báo cáo|bc|tờ trình|kế hoạch|quyết định|thông báo|phương án|giấy mời)\s{1,3}$/u;
/** How far around a mark it is looked for what makes it none. */
const LOOKED_AT = 40;
const REPLIES = /^(?:\s*(?:re|fw|fwd|tr|trả lời|chuyển tiếp)\s?:\s?)+/iu;
const SECRECY_ORDER: readonly SecrecyMark[] = ['confidential', 'secret', 'top-secret'];
/** A body's first lines may be marked as a subject is. */
const FIRST_LINES = 5;

/** The urgency a one-line subject is marked with, or null. */
export const findUrgencyInSubject = (subject: string): Urgency | null => findInSubject(subject, URGENCY);

/** The urgency stamped on a text of several lines (a letter, a body), or null. */
export const findUrgencyInText = (text: string): Urgency | null => findInText(text, URGENCY);

/** The secrecy a one-line subject is marked with, or null. */
export const findSecrecyInSubject = (subject: string): SecrecyMark | null => findInSubject(subject, SECRECY);

/** The secrecy stamped on a text of several lines, or null. */
export const findSecrecyInText = (text: string): SecrecyMark | null => findInText(text, SECRECY);

/** The secrecy a body is marked with: stamped, or at the beginning of its first lines as a subject is. */
export function findSecrecyInBody(body: string): SecrecyMark | null {
  const first = body.split('\n', 100).filter((line) => line.trim() !== '' && line.length < 300);
  return strongestMark([findSecrecyInText(body), ...first.slice(0, FIRST_LINES).map(findSecrecyInSubject)]);
}

/** The secrecy a file's name tells: "CV 6 (MẬT).pdf", "Mat_bao cao.docx" not, for without its tone the word is another. */
export function findSecrecyInFileName(name: string): SecrecyMark | null {
  const words = name
    .normalize('NFC')
    .replace(/\.[\p{L}\d]{1,12}$/u, '')
    .replace(/\s*[_.]+\s*/gu, ' - ');
  // "cv 15 mật.pdf": what ends a name is what a clerk wrote behind it.
  const last = /^(.*?)[\s(]*((?:tuyệt |tối )?mật)[\s)]*$/iu.exec(words);
  const isLast = last !== null && !SECRECY.notAfter.test((last[1] ?? '').toLowerCase().replace(/[\s–-]+$/u, ''));
  return findInSubject(words, SECRECY) ?? (isLast ? markOf(last[2] ?? '', SECRECY) : null);
}

/** The strongest of these marks, or null where there is none. */
export function strongestMark(marks: readonly (SecrecyMark | null)[]): SecrecyMark | null {
  return SECRECY_ORDER.findLast((mark) => marks.includes(mark)) ?? null;
}

/**
 * A subject's marks: "[MẬT] ...", "(Khẩn) ...", "KHẨN: ...", "Mật: ...", "TỐI MẬT Công văn số ...", "CV MẬT số ...", "Độ
 * mật: Tối mật". A mark of two words at the beginning is one however it goes on; one of a single word must be cut off by
 * punctuation, stand in capitals among small letters, or behind a type with a number: "mật" in bảo mật, mật khẩu, mật ong
 * is no mark, nor is "khẩn trương".
 */
function findInSubject<M>(subject: string, words: MarkWords<M>): M | null {
  const line = subject.normalize('NFC').replace(REPLIES, '').trim();
  const labelled = findLabelled(line, words);
  if (labelled !== null) return labelled;
  for (const [, enclosed = ''] of line.matchAll(/[[(【<{]\s{0,3}([^\])】>}]{2,20}?)\s{0,3}[\])】>}]/gu)) {
    const mark = markOf(enclosed, words);
    if (mark !== null) return mark;
  }
  const folded = unaccentedMarkOf(line, words);
  if (folded !== null) return folded;
  const lower = line.toLowerCase();
  for (const [written, mark] of words.marks) {
    const word = new RegExp(`(?<![\\p{L}\\p{M}])${written.replaceAll(' ', '\\s{1,3}')}(?![\\p{L}\\p{M}])`, 'gu');
    for (const { index, 0: found } of lower.matchAll(word)) {
      if (isMark(line, index, found.length, words)) return mark;
    }
  }
  return null;
}

/** Whether the words of a mark, where they stand in a line, are meant as one. */
function isMark(
  line: string,
  at: number,
  length: number,
  { oneWord, notAfter, notBefore }: MarkWords<unknown>,
): boolean {
  const written = line.slice(at, at + length);
  const isOneWord = written.toLowerCase() === oneWord;
  const before = line.slice(Math.max(0, at - LOOKED_AT), at).toLowerCase();
  const follows = line
    .slice(at + length, at + length + LOOKED_AT)
    .toLowerCase()
    .trimStart();
  if (isOneWord && notAfter.test(before.replace(/[\s–—-]+$/u, ''))) return false;
  if (isOneWord && notBefore.test(follows.replace(/^[–—-]\s?/u, ''))) return false;
  const isFirst = at < LOOKED_AT && !/[\p{L}\d]/u.test(before);
  const isCutOff = follows === '' || /^[:.!;,\-–—|/]/u.test(follows);
  // A mark of two words says what it is, unless the sentence only speaks of it.
  if (isFirst && (!isOneWord || isCapital(written) || (isCutOff && (follows[0] === ':' || startsCapital(written)))))
    return true;
  const isLast = /[:!;,.\-–—|]\s{0,3}$/u.test(before) && /^[!.]{0,3}$/u.test(follows);
  if (isLast && isCapital(written)) return true;
  if (TYPE_BEFORE.test(before) && /^(?:số|\d|:)/u.test(follows)) return true;
  // In a line that is all capitals a capital says nothing; nor behind others: "HỘI CHỢ MẬT, HOA QUẢ tại Lạng Sơn".
  const wordBefore = /[\p{L}\p{M}]{3,}(?=[^\p{L}]{0,3}$)/u.exec(line.slice(Math.max(0, at - 20), at))?.[0];
  return isCapital(written) && !isCapital(line) && !(wordBefore !== undefined && isCapital(wordBefore));
}

/** Without accents only what cannot be another word: "TOI MAT", "[MAT]", "HOA TOC". */
function unaccentedMarkOf<M>(line: string, { marks, oneWord }: MarkWords<M>): M | null {
  if (/[^\p{ASCII}]/u.test(line)) return null;
  for (const [written, mark] of marks) {
    const plain = fold(written).toUpperCase();
    const isEnclosed = new RegExp(`[\\[({]\\s{0,2}${plain}\\s{0,2}[\\])}]`).test(line);
    const isFirst = written !== oneWord && new RegExp(`^${plain}(?![A-Z])`).test(line);
    if (isEnclosed || isFirst) return mark;
  }
  return null;
}

/** A text's marks: a line that is nothing but the mark in capitals (a stamp), or "Độ mật: Mật". */
function findInText<M>(text: string, words: MarkWords<M>): M | null {
  for (const line of text.split('\n')) {
    if (line.length > 120) continue;
    const bare = line.trim().replace(/^[[(【*"“–—-]+\s?|\s?[\])】*"”.!–—-]+$/gu, '');
    const mark = (isCapital(bare) ? markOf(bare, words) : null) ?? findLabelled(line, words);
    if (mark !== null) return mark;
  }
  return null;
}

/** "Độ mật: Mật": the label, a colon, and the mark to the end of its clause. "Độ mật: không" is none. */
function findLabelled<M>(line: string, words: MarkWords<M>): M | null {
  const folded = line.normalize('NFC').toLowerCase();
  for (const label of words.labels) {
    const at = folded.indexOf(label);
    if (at < 0) continue;
    const value = /^\s?[:=]\s?([^,;.|()[\]]{2,30})/u.exec(folded.slice(at + label.length))?.[1];
    const mark = value === undefined ? null : markOf(value, words);
    if (mark !== null) return mark;
  }
  return null;
}

/** The mark a short text consists of, or null; a stamp's letters may stand apart. */
function markOf<M>(text: string, { marks }: MarkWords<M>): M | null {
  const line = text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
  const together = /^\p{L}(?: \p{L})+$/u.test(line) ? line.replaceAll(' ', '') : line;
  return marks.get(line) ?? marks.get(together) ?? null;
}

function isCapital(text: string): boolean {
  return text === text.toUpperCase() && /\p{Lu}/u.test(text);
}

const startsCapital = (text: string): boolean => /^\p{Lu}/u.test(text);
