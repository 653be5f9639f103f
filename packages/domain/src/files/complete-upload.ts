import { createReadStream } from 'node:fs';
import type { Office } from '../office/office.ts';
import { createFileFromBlob } from './create-file.ts';
import { detectMime } from './detect-mime.ts';
import type { FileDoc } from './file-model.ts';
import { endUpload } from './track-upload.ts';
import type { UploadDoc } from './upload-model.ts';

/**
 * Turns an upload whose bytes have all arrived at `path` into a file: stored durably, then recorded, then no longer
 * under way. May be done again after a crash at any point.
 */
export async function completeUpload(office: Office, upload: UploadDoc, path: string): Promise<FileDoc> {
  const blob = await office.blobs.put(createReadStream(path));
  if (blob.size !== upload.size)
    throw new Error(`upload ${upload._id} has ${blob.size} bytes instead of ${upload.size}`);
  const file = await createFileFromBlob(office, {
    id: upload._id,
    name: upload.name,
    mime: await detectMime(path, upload.mime),
    blob,
    place: null,
    uploadedById: upload.personId,
  });
  await endUpload(office, upload._id);
  return file;
}
