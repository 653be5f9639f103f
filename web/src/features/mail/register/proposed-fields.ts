import { DOCUMENT_TYPE_KEYS } from '@congso/contract/document-types';
import type { DocumentFields } from '@congso/contract/documents';
import type { Mail } from '@congso/contract/mail';
import type { Proposal, ProposalNote, ProposalSource } from '@congso/contract/mail-reading';

export type FieldName = keyof DocumentFields;

const NOTATION_LENGTH = 30;

/** The form as the reader of the mail proposes it. What was not found stays empty: never guessed. */
export function proposedFieldsOf({ proposal, subject }: Pick<Mail, 'proposal' | 'subject'>): DocumentFields {
  const isRegular = proposal?.codeNotation != null;
  return {
    issuer: proposal?.issuer?.value ?? '',
    codeNumber: isRegular ? (proposal?.codeNumber?.value ?? '') : '',
    // An irregular code ("12-NQ/TU") goes whole into the notation, where the register's column prints it.
    codeNotation: isRegular
      ? (proposal?.codeNotation?.value ?? '')
      : (proposal?.codeText?.value ?? '').slice(0, NOTATION_LENGTH),
    issuedDate: proposal?.issuedDate?.value ?? null,
    documentType: DOCUMENT_TYPE_KEYS.find((key) => key === proposal?.documentType?.value) ?? '',
    subject: proposal?.subject?.value ?? subject,
    urgency: proposal?.urgency?.value ?? 'normal',
    note: '',
    dueInLetter: proposal?.deadline?.value ?? null,
  };
}

/** Where each proposed field was found. */
export function sourcesOf(proposal: Proposal | null): Partial<Record<FieldName, ProposalSource>> {
  if (proposal === null) return {};
  const { issuer, codeNotation, codeText, issuedDate, documentType, subject, urgency, deadline } = proposal;
  // Number and notation are found together, so one hint says it.
  const found = {
    issuer,
    codeNotation: codeNotation ?? codeText,
    issuedDate,
    documentType,
    subject,
    urgency,
    dueInLetter: deadline,
  };
  return Object.fromEntries(
    Object.entries(found).flatMap(([field, proposed]) => (proposed === null ? [] : [[field, proposed.source]])),
  );
}

const FIELD_OF_NOTE: Record<ProposalNote, FieldName> = {
  'code-differs': 'codeNotation',
  'code-unusual': 'codeNotation',
  'date-in-future': 'issuedDate',
  'issuer-not-known': 'issuer',
  'issuer-differs-from-sender': 'issuer',
  'pdf-without-text': 'subject',
};

/** Which field each doubt is about. */
export function doubtsOf(proposal: Proposal | null): Partial<Record<FieldName, ProposalNote>> {
  return Object.fromEntries((proposal?.notes ?? []).map((note) => [FIELD_OF_NOTE[note], note]));
}
