import type { DocumentFields } from '@congso/contract/documents';
import { codeOf } from '@congso/language/document-code';
import { fold } from '@congso/language/fold';

/** What the search over the register looks through. */
export function searchKeyOf(fields: DocumentFields, arrivalNumber: number): string {
  return fold(`${arrivalNumber} ${codeOf(fields)} ${fields.subject} ${fields.issuer}`);
}

/**
 * What makes two registered documents the same letter: number, symbol and issuer, whatever their case, accents and
 * leading zeros. Null without a number, because an unnumbered letter is like no other.
 */
export function letterKeyOf(fields: Pick<DocumentFields, 'codeNumber' | 'codeNotation' | 'issuer'>): string | null {
  const number = fields.codeNumber.trim().replace(/^0+(?=\d)/, '');
  if (number === '') return null;
  return [number, fields.codeNotation, fields.issuer].map((part) => fold(part).replace(/\s+/g, ' ').trim()).join('|');
}
