import { DOCUMENT_TYPE_KEYS } from '@congso/contract/document-types';
import type { DocumentFields, OfficialDocument } from '@congso/contract/documents';
import type { Translate } from '@congso/language/translate';

/** Number and notation as they are printed: `15/QĐ-UBND`; an irregular one stands wholly in one of the two. */
export function codeOf({ codeNumber, codeNotation }: Pick<DocumentFields, 'codeNumber' | 'codeNotation'>): string {
  return [codeNumber, codeNotation].filter(Boolean).join('/');
}

/** The name of a document's type; empty where none was given. */
export function typeNameOf({ documentType }: Pick<DocumentFields, 'documentType'>, say: Translate): string {
  const key = DOCUMENT_TYPE_KEYS.find((one) => one === documentType);
  return key ? say(`documents.type.${key}`) : '';
}

/** How a document is told apart from every other of the register: number and year. */
export function arrivalOf({ arrivalNumber, year }: Pick<OfficialDocument, 'arrivalNumber' | 'year'>): string {
  return arrivalNumber === null ? '' : `${arrivalNumber}/${year}`;
}
