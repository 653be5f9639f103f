import type { FileFinding } from '@congso/contract/files';
import { LIMITS } from '@congso/contract/limits';
import type { Office } from '../office/office.ts';
import type { Blob } from '../stores/blobs.ts';
import { isDuplicateKey } from '../stores/mongo.ts';
import { cleanFileName } from './clean-file-name.ts';
import { type FileDoc, type FilePlace, files } from './file-model.ts';
import { harmlessMime } from './harmless-mime.ts';

export type NewFile = {
  /** Derived from the cause (an upload, a part of a mail), so that doing it twice makes one file. */
  readonly id: string;
  /** As the sender named it; cleaned here. */
  readonly name: string;
  readonly mime: string;
  readonly blob: Blob;
  readonly place: FilePlace | null;
  /** Null for what came by mail. */
  readonly uploadedById: string | null;
  /** What was found in it, where it was looked into. */
  readonly findings?: FileFinding[];
};

/**
 * Records a stored blob as a file. A repeat is answered with the original.
 *
 * @throws when the bytes were discarded in this very moment: store them again and repeat
 */
export async function createFileFromBlob(office: Office, file: NewFile): Promise<FileDoc> {
  const doc: FileDoc = {
    _id: file.id,
    name: cleanFileName(file.name, LIMITS.fileName),
    mime: harmlessMime(file.mime),
    size: file.blob.size,
    sha256: file.blob.sha256,
    uploadedById: file.uploadedById,
    uploadedAt: office.clock.now(),
    place: file.place,
    findings: file.findings ?? null,
  };
  const stored = await insertOnce(office, doc);
  // The same bytes may have been there before, and discarded before this record was there to speak for them.
  if (!(await office.blobs.has(stored.sha256))) throw new Error('stored bytes are gone');
  return stored;
}

async function insertOnce(office: Office, doc: FileDoc): Promise<FileDoc> {
  try {
    await files.of(office).create(doc);
    return doc;
  } catch (error) {
    if (!isDuplicateKey(error, '_id')) throw error;
    const original = await files.of(office).findOne({ _id: doc._id }).lean<FileDoc>();
    if (!original) throw error;
    return original;
  }
}
