import type { OfficialDocument } from '@congso/contract/documents';
import type { DocumentDoc } from './document-model.ts';

/** A document as a row of the register. */
export function presentDocument(doc: DocumentDoc): OfficialDocument {
  return {
    id: doc._id,
    state: doc.state,
    register: doc.register,
    year: doc.year,
    arrivalNumber: doc.arrivalNumber,
    arrivalDate: doc.arrivalDate,
    registeredAt: doc.registeredAt?.toISOString() ?? null,
    issuer: doc.issuer,
    codeNumber: doc.codeNumber,
    codeNotation: doc.codeNotation,
    issuedDate: doc.issuedDate,
    documentType: doc.documentType,
    subject: doc.subject,
    urgency: doc.urgency,
    note: doc.note,
    dueDate: doc.dueDate,
    dueAt: doc.dueAt?.toISOString() ?? null,
    completedAt: doc.completedAt?.toISOString() ?? null,
    mailId: doc.mailId,
    holders: holdersOf(doc),
    voidReason: doc.voidReason,
    // Documents older than this field lack it.
    dueInLetter: doc.dueInLetter ?? null,
    version: doc.version,
  };
}

/** The register's column "unit or person": whom it was handed to and who still has it or has done it. */
function holdersOf({ slip }: DocumentDoc): OfficialDocument['holders'] {
  return (slip?.steps ?? [])
    .filter(
      ({ kind, status }) => (kind === 'assign' || kind === 'process') && (status === 'active' || status === 'done'),
    )
    .map(({ unitId, assigneeId, part, startedAt }) => ({
      unitId,
      personId: assigneeId,
      part,
      at: startedAt.toISOString(),
    }));
}
