import type {
  MailAttachment,
  ParsedMail,
  Proposal,
  ProposalNote,
  ProposalSource,
  SecrecyMark,
} from '@congso/contract/mail-reading';
import { civilDateOf } from '@congso/language/dates';
import { normalizeLine } from '@congso/language/normalize';
import {
  findLabelledCode,
  findOwnCode,
  findReference,
  unifyDashes,
} from '../../documents/code-notation/find-code-notation.ts';
import {
  type CodeNotation,
  formatCodeNotation,
  formatCodeNumber,
  formatNotation,
} from '../../documents/code-notation/parse-code-notation.ts';
import { DOCUMENT_TYPES, type DocumentType, findDocumentTypeOfNotation } from '../../documents/document-types.ts';
import type { PdfText } from './child/child-result.ts';
import { findDate, findDateBehind, findPlaceAndDate } from './phrases/find-date.ts';
import type { KnownIssuer } from './phrases/find-issuer.ts';
import {
  findSecrecyInBody,
  findSecrecyInSubject,
  findSecrecyInText,
  findUrgencyInSubject,
  findUrgencyInText,
  strongestMark,
} from './phrases/find-marks.ts';
import { findTypeAtStart, splitSubject } from './phrases/find-subject.ts';
import { proposeDays } from './phrases/propose-days.ts';
import { type LetterHeading, readHeading } from './phrases/read-heading.ts';
import { proposeIssuer } from './propose-issuer.ts';

/** What a proposal is made of. */
export interface ProposalInput {
  mail: ParsedMail;
  attachments: readonly Pick<MailAttachment, 'secrecyMark'>[];
  pdfTexts: readonly PdfText[];
  pdfsWithoutText: number;
  knownIssuers: readonly KnownIssuer[];
  now: Date;
}

type Proposed<T> = { value: T; source: ProposalSource } | null;

const ANSWER = /^\s*(?:(?:fw|fwd)\s?:\s?)*(?:re|trả lời|phúc đáp|phản hồi)\s?:/iu;

/** How much of a body is searched: a letter's data stand at its beginning. */
const BODY_SEARCHED = 20_000;

/**
 * Proposes the register's fields for a mail. The printed letter counts before the mail's subject, that before its body,
 * and all before the sender's name; what none of them says stays null. Pure, and linear in the text it is given.
 */
export function proposeDocument(input: ProposalInput): Proposal {
  const { mail, attachments, pdfTexts, knownIssuers } = input;
  const body = unifyDashes(mail.text.slice(0, BODY_SEARCHED));
  const headings = pdfTexts.map((pdf) => ({ pdf, heading: readHeading(pdf) }));
  // Annexes are PDFs too: the letter is the one with a number.
  const letter = headings.find(({ heading }) => heading.code !== null) ?? headings[0] ?? null;
  const heading = letter?.heading ?? null;
  const subject = splitSubject(mail.subject);

  // What stands behind "Re:" is the subject of the letter that is answered, its number too.
  const isAnswer = ANSWER.test(mail.subject);
  const ownCode = isAnswer ? null : findOwnCode(subject.label);
  const codeInSubject = ownCode?.code ?? null;
  const code = firstOf<CodeNotation>([
    ['pdf', heading?.code ?? null],
    ['subject', codeInSubject],
    ['body', codeOfBody(body)],
  ]);
  const codeText = clip(mapped(code, formatCodeNotation), 60);
  const regular = code?.value.form === 'regular' ? { ...code.value, source: code.source } : null;
  const issuedDate = firstOf<string>([
    ['pdf', heading?.date ?? null],
    ['subject', ownCode === null ? null : (findDateBehind(subject.label.slice(ownCode.end))?.date ?? null)],
    ['body', dateOfBody(body)],
  ]);
  const { issuer, notes: issuerNotes } = proposeIssuer(heading, mail, knownIssuers);

  const notes: ProposalNote[] = [...issuerNotes];
  const isOtherCode =
    code?.source === 'pdf' && codeInSubject !== null && formatCodeNotation(codeInSubject) !== codeText?.value;
  if (isOtherCode) notes.push('code-differs');
  if (code?.value.form === 'irregular') notes.push('code-unusual');
  if (issuedDate !== null && issuedDate.value > civilDateOf(input.now)) notes.push('date-in-future');
  // It may be marked secret, which only the clerk can see then.
  if (input.pdfsWithoutText > 0) notes.push('pdf-without-text');

  return {
    issuer: clip(issuer, 200),
    codeText,
    codeNumber: regular && { value: formatCodeNumber(regular.number).slice(0, 11), source: regular.source },
    codeNotation: clip(regular && { value: formatNotation(regular), source: regular.source }, 30),
    issuedDate,
    documentType: mapped(proposeType(code, heading, subject.label), (type) => type.key),
    subject: clip(
      firstOf([
        ['pdf', heading?.subject ?? null],
        ['subject', subject.about],
      ]),
      500,
    ),
    urgency: firstOf([
      ['pdf', letter === null ? null : findUrgencyInText(firstPageOf(letter.pdf))],
      ['subject', findUrgencyInSubject(mail.subject)],
      ['body', findUrgencyInText(body)],
    ]),
    // All that was read is looked at, further pages and annexes too: one marked secret makes the letter secret.
    secrecyMark: strongestOf([
      ['pdf', strongestMark(pdfTexts.map((pdf) => findSecrecyInText(pdf.text)))],
      ['file', strongestMark(attachments.map((file) => file.secrecyMark))],
      ['subject', findSecrecyInSubject(mail.subject)],
      ['body', findSecrecyInBody(mail.text)],
    ]),
    refersTo: refersTo(mail.subject, isAnswer),
    ...proposeDays(input, letter, issuedDate?.value ?? null),
    notes,
  };
}

/** The letter that the subject answers, recalls, corrects, replaces or speaks of, with its date. */
function refersTo(written: string, isAnswer: boolean): Proposal['refersTo'] {
  const subject = unifyDashes(written);
  const spokenOf = findReference(subject);
  const answered = isAnswer ? findOwnCode(subject) : null;
  const found = spokenOf ?? (answered && { ...answered, relation: 'replies-to' as const });
  const codeText = found === null ? '' : normalizeLine(formatCodeNotation(found.code)).slice(0, 60).trim();
  if (found === null || codeText === '') return null;
  const issuedDate = findDateBehind(subject.slice(found.end))?.date ?? null;
  return { relation: found.relation, codeText, issuedDate };
}

function proposeType(
  code: Proposed<CodeNotation>,
  heading: LetterHeading | null,
  label: string,
): Proposed<DocumentType> {
  const ofCode = code?.value.form === 'regular' ? findDocumentTypeOfNotation(code.value.notation) : null;
  const dispatch = DOCUMENT_TYPES.find(({ key }) => key === 'official-dispatch') ?? null;
  const typed = firstOf<DocumentType>([
    ['pdf', heading?.type ?? null],
    [code?.source ?? 'subject', ofCode],
    ['subject', findTypeAtStart(label)],
  ]);
  if (typed !== null || code === null || code.value.form === 'irregular') return typed;
  // A number whose symbol names only agencies is a dispatch's: công văn has no abbreviation.
  return dispatch && { value: dispatch, source: code.source };
}

/** The letter's own number in a body: only behind "Số:" at the start of a line; all others are references. */
function codeOfBody(body: string): CodeNotation | null {
  for (const line of body.split('\n', 200)) {
    if (/^\s{0,20}số\s?:/iu.test(line)) {
      const found = findLabelledCode(line.slice(0, 300));
      if (found !== null) return found.code;
    }
  }
  return null;
}

/** The date with a place, or behind the letter's own number. Any other day in a body is a deadline or an event. */
function dateOfBody(body: string): string | null {
  const placed = findPlaceAndDate(body);
  if (placed !== null) return placed.date;
  const line = body.split('\n', 200).find((text) => /^\s{0,20}số\s?:/iu.test(text));
  return line === undefined ? null : (findDate(line.slice(0, 300))?.date ?? null);
}

function firstPageOf(pdf: PdfText): string {
  return pdf.firstPage.map((piece) => piece.text).join('\n');
}

/** The strongest mark there is, wherever it stands. */
function strongestOf(found: readonly (readonly [ProposalSource, SecrecyMark | null])[]): Proposed<SecrecyMark> {
  const strongest = strongestMark(found.map(([, mark]) => mark));
  return strongest && firstOf(found.map(([source, mark]) => [source, mark === strongest ? mark : null]));
}

function firstOf<T>(found: readonly (readonly [ProposalSource, T | null])[]): Proposed<T> {
  for (const [source, value] of found) if (value !== null) return { value, source };
  return null;
}

function mapped<T, R>(found: Proposed<T>, map: (value: T) => R): Proposed<R> {
  return found === null ? null : { value: map(found.value), source: found.source };
}

/** A text as the contract holds it: one line, not longer than the register's column, or nothing. */
function clip(found: Proposed<string>, longest: number): Proposed<string> {
  const value = found === null ? '' : normalizeLine(found.value).slice(0, longest).trim();
  return found === null || value === '' ? null : { value, source: found.source };
}
