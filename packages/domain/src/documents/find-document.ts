import type { Office } from '../office/office.ts';
import { type DocumentDoc, documents } from './document-model.ts';

/** A document for other nouns' reactions: nobody asks, so nobody is asked for a right. */
export async function findDocument(office: Office, documentId: string): Promise<DocumentDoc | null> {
  return documents.of(office).findOne({ _id: documentId }).lean<DocumentDoc>();
}
