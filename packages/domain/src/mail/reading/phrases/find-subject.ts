import { findOwnCode, unifyDashes } from '../../../documents/code-notation/find-code-notation.ts';
import { DOCUMENT_TYPES, type DocumentType } from '../../../documents/document-types.ts';
import { findDateBehind } from './find-date.ts';

const ABOUT = /(?<!\p{L})(?:v\s?\/\s?v|về việc)\s?[:.]?\s?/iu;
const REPLY_MARKS = /^(?:\s*(?:re|fw|fwd|tr|trả lời|chuyển tiếp)\s?:\s?|\s*[[(【][^\])】]{1,20}[\])】]\s?)+/iu;
const LONGEST = 500;

/** A mail's subject taken apart: the part before "về việc" names the letter, the part after it says what about. */
export interface SubjectParts {
  /** Where the letter's own number, date and type may stand. */
  label: string;
  /** The trích yếu, without "V/v" and with a capital; null where nothing is left. */
  about: string | null;
}

/** Takes a mail's subject apart. Marks as "Re:", "Fwd:", "[KHẨN]" in front are dropped. */
export function splitSubject(subject: string): SubjectParts {
  const line = unifyDashes(subject).replace(REPLY_MARKS, '').trim();
  const about = ABOUT.exec(line);
  if (about !== null) {
    return { label: line.slice(0, about.index), about: asSubject(line.slice(about.index + about[0].length)) };
  }
  const code = findOwnCode(line);
  const type = findTypeAtStart(line);
  if (code === null) return { label: line, about: asSubject(line) };
  // "Công văn số 123/SNV-VP ngày 12/3/2026 của Sở Nội vụ: báo cáo ...": what follows the label is the subject.
  const before = line
    .slice(0, code.start)
    .replace(/(?:số)\s*:?\s*$/iu, '')
    .trim();
  let rest = line.slice(code.end);
  const date = findDateBehind(rest);
  if (date !== null) rest = rest.slice(date.end);
  rest = rest.replace(/^\s*(?:của [^:–,-]{2,100})?\s*[:–,.-]?\s*/iu, '');
  const leftBefore = type === null ? before : before.slice(type.nameVi.length).replace(/^[\s:–,-]+/u, '');
  return { label: line, about: asSubject(rest) ?? asSubject(leftBefore) ?? asSubject(line) };
}

/** A trích yếu as a register holds it: no "V/v", one line, a capital first letter, at most 500 characters. */
export function asSubject(text: string): string | null {
  const line = text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:v\s?\/\s?v|về việc)\s?[:.]?\s?/iu, '')
    .replace(/[\s.,;:]+$/u, '')
    .slice(0, LONGEST);
  return line === '' ? null : line.charAt(0).toLocaleUpperCase('vi') + line.slice(1);
}

/** The type of document a line begins with ("Giấy mời họp ...", "CÔNG VĂN SỐ ..."), or null. */
export function findTypeAtStart(line: string): DocumentType | null {
  const lower = line.normalize('NFC').toLowerCase().trim().replaceAll('uỷ', 'ủy').replaceAll('thoả', 'thỏa');
  return (
    DOCUMENT_TYPES.find(({ nameVi }) => {
      const name = nameVi.toLowerCase();
      return lower.startsWith(name) && !/^\p{L}/u.test(lower.slice(name.length));
    }) ?? null
  );
}
