import type { Urgency } from '@congso/contract/documents';
import type { SecrecyMark } from '@congso/contract/mail-reading';

/** Both hỏa and hoả are written. "Hỏa tốc hẹn giờ" is old use. Tones count: "mặt" and "mất" are not "mật". */
const URGENCY: ReadonlyMap<string, Urgency> = new Map([
  ['hỏa tốc hẹn giờ', 'express'],
  ['hoả tốc hẹn giờ', 'express'],
  ['hỏa tốc', 'express'],
  ['hoả tốc', 'express'],
  ['thượng khẩn', 'very-urgent'],
  ['khẩn', 'urgent'],
]);
const SECRECY: ReadonlyMap<string, SecrecyMark> = new Map([
  ['tuyệt mật', 'top-secret'],
  ['tối mật', 'secret'],
  ['mật', 'confidential'],
]);

/** The urgency a one-line subject is marked with, or null. */
export function findUrgencyInSubject(subject: string): Urgency | null {
  return findInSubject(subject, URGENCY, ['độ khẩn', 'mức độ khẩn']);
}

/** The urgency stamped on a text of several lines (a letter, a body), or null. */
export function findUrgencyInText(text: string): Urgency | null {
  return findInText(text, URGENCY, ['độ khẩn', 'mức độ khẩn']);
}

/** The secrecy a one-line subject is marked with, or null. */
export function findSecrecyInSubject(subject: string): SecrecyMark | null {
  return findInSubject(subject, SECRECY, ['độ mật', 'mức độ mật']);
}

/** The secrecy stamped on a text of several lines, or null. */
export function findSecrecyInText(text: string): SecrecyMark | null {
  return findInText(text, SECRECY, ['độ mật', 'mức độ mật']);
}

type Marks<M> = ReadonlyMap<string, M>;

/**
 * A subject's marks: "[MẬT] ...", "(Khẩn) ...", "KHẨN: ...", "HỎA TỐC - ...", "Độ mật: Tối mật". Written bare they must
 * stand in capitals and be cut off by punctuation: "mật" in bảo mật, mật khẩu, mật ong is no mark, nor is "khẩn trương".
 */
function findInSubject<M>(subject: string, marks: Marks<M>, labels: readonly string[]): M | null {
  const labelled = findLabelled(subject, marks, labels);
  if (labelled !== null) return labelled;
  for (const [, enclosed = ''] of subject.matchAll(/[[(【<{]\s{0,3}([^\])】>}]{2,20}?)\s{0,3}[\])】>}]/gu)) {
    const mark = markOf(enclosed, marks);
    if (mark !== null) return mark;
  }
  const opening = subject
    .replace(/^(?:(?:re|fw|fwd|tr)\s?:\s?)+/i, '')
    .match(/^\s?([^:!;,\-–—|]{2,20}?)\s?[:!;,\-–—|]/u)?.[1];
  const closing = subject.match(/[:!;,\-–—|]\s?([^:!;,\-–—|]{2,20}?)\s?[!.]{0,3}$/u)?.[1];
  for (const part of [opening, closing, subject]) {
    if (part !== undefined && isCapital(part)) {
      const mark = markOf(part, marks);
      if (mark !== null) return mark;
    }
  }
  return null;
}

/** A text's marks: a line that is nothing but the mark in capitals (a stamp), or "Độ mật: Mật". */
function findInText<M>(text: string, marks: Marks<M>, labels: readonly string[]): M | null {
  for (const line of text.split('\n')) {
    if (line.length > 120) continue;
    const bare = line.trim().replace(/^[[(【*"“]+|[\])】*"”.!]+$/gu, '');
    const mark = (isCapital(bare) ? markOf(bare, marks) : null) ?? findLabelled(line, marks, labels);
    if (mark !== null) return mark;
  }
  return null;
}

/** "Độ mật: Mật": the label, a colon, and the mark to the end of its clause. "Độ mật: không" is none. */
function findLabelled<M>(line: string, marks: Marks<M>, labels: readonly string[]): M | null {
  const folded = line.normalize('NFC').toLowerCase();
  for (const label of labels) {
    const at = folded.indexOf(label);
    if (at < 0) continue;
    const value = /^\s?[:=]\s?([^,;.|()[\]]{2,30})/u.exec(folded.slice(at + label.length))?.[1];
    const mark = value === undefined ? null : markOf(value, marks);
    if (mark !== null) return mark;
  }
  return null;
}

/** The mark a short text consists of, or null. */
function markOf<M>(text: string, marks: Marks<M>): M | null {
  return marks.get(text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim()) ?? null;
}

function isCapital(text: string): boolean {
  return text === text.toUpperCase() && /\p{Lu}/u.test(text);
}
