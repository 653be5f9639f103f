import type { DocumentFields } from '@congso/contract/documents';
import { codeOf } from '@congso/language/document-code';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { readableBy } from './access.ts';
import { type DocumentDoc, documents } from './document-model.ts';
import { letterKeyOf } from './register/letter-keys.ts';

/** A registered document that looks like the same letter; `label` is its place in the register and its code. */
export type SameLetter = { readonly id: string; readonly label: string };

/**
 * Registered documents with the same number, symbol and issuer (and, where both are dated, of the same year, because
 * numbers begin anew each year). It is reported and not refused: a clerk decides whether it is the same letter.
 */
export async function findSameLetter(
  office: Office,
  letter: Pick<DocumentFields, 'codeNumber' | 'codeNotation' | 'issuer' | 'issuedDate'>,
): Promise<SameLetter[]> {
  const letterKey = letterKeyOf(letter);
  if (letterKey === null) return [];
  const found = await documents
    .of(office)
    .find({ letterKey, state: { $nin: ['draft', 'voided'] } })
    .sort({ year: -1, arrivalNumber: -1 })
    .limit(20)
    .lean<DocumentDoc[]>();
  const year = letter.issuedDate?.slice(0, 4);
  return found.filter(({ issuedDate }) => !year || !issuedDate || issuedDate.startsWith(year)).map(label);
}

/** Those of these documents the caller may read and that still stand in the register, with their labels. */
export async function labelDocuments(office: Office, caller: Caller, ids: readonly string[]): Promise<SameLetter[]> {
  if (ids.length === 0) return [];
  const wanted = { _id: { $in: [...ids] }, state: { $ne: 'voided' } };
  const found = await documents
    .of(office)
    .find({ $and: [wanted, await readableBy(office, caller)] })
    .lean<DocumentDoc[]>();
  return found.map(label);
}

const label = (doc: DocumentDoc): SameLetter => ({
  id: doc._id,
  label: `${doc.arrivalNumber}/${doc.year} · ${codeOf(doc)}`,
});
