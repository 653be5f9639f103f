import { DOCUMENT_TYPE_KEYS } from '@congso/contract/document-types';
import type { DocumentFields, OfficialDocument } from '@congso/contract/documents';
import type { Translate } from '@congso/language/translate';

/** The name of a document's type; empty where none was given. */
export function typeNameOf({ documentType }: Pick<DocumentFields, 'documentType'>, say: Translate): string {
  const key = DOCUMENT_TYPE_KEYS.find((one) => one === documentType);
  return key ? say(`documents.type.${key}`) : '';
}

/** How a document is told apart from every other of the register: number and year. */
export function arrivalOf({ arrivalNumber, year }: Pick<OfficialDocument, 'arrivalNumber' | 'year'>): string {
  return arrivalNumber === null ? '' : `${arrivalNumber}/${year}`;
}
