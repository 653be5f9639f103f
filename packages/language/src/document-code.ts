import { DOCUMENT_TYPE_ABBREVIATIONS, DOCUMENT_TYPE_KEYS, type DocumentTypeKey } from '@congso/contract/document-types';

/** Number and notation as they are printed: `15/QĐ-UBND`; an irregular one stands wholly in one of the two. */
export function codeOf({ codeNumber, codeNotation }: { codeNumber: string; codeNotation: string }): string {
  return [codeNumber, codeNotation].filter((part) => part !== '').join('/');
}

/** The type whose abbreviation opens a notation such as `QĐ-UBND`, or null: one group alone names no issuer. */
export function findTypeOfNotation(notation: string): DocumentTypeKey | null {
  // A legal document carries its year in the notation: "2020/QĐ-UBND".
  const [abbreviation, issuer] = notation.replace(/^\d{4}\//, '').split('-');
  if (issuer === undefined) return null;
  return DOCUMENT_TYPE_KEYS.find((key) => DOCUMENT_TYPE_ABBREVIATIONS[key] === abbreviation) ?? null;
}
