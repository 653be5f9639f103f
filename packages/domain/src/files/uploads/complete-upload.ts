import { createReadStream } from 'node:fs';
import type { Office } from '../../office/office.ts';
import { leaveRoom } from '../../stores/disk/leave-room.ts';
import { createFileFromBlob } from '../create-file.ts';
import { detectMime } from '../detect-mime.ts';
import type { FileDoc } from '../file-model.ts';
import type { UploadDoc } from './upload-model.ts';

/** What must stay free for the database and for letters when people send files. */
export const RESERVE_BYTES = 256 * 1024 * 1024;

/**
 * Turns an upload whose bytes have all arrived at `path` into a file: stored durably, then recorded. May be done again
 * after a crash at any point. Whoever asks removes the bytes at `path`, and then ends the upload: the other way round
 * nobody would know of bytes that a crash left.
 */
export async function completeUpload(office: Office, upload: UploadDoc, path: string): Promise<FileDoc> {
  const blob = await office.blobs.put(leaveRoom(createReadStream(path), office.room.freeBytes, RESERVE_BYTES));
  if (blob.size !== upload.size)
    throw new Error(`upload ${upload._id} has ${blob.size} bytes instead of ${upload.size}`);
  return createFileFromBlob(office, {
    id: upload._id,
    name: upload.name,
    mime: await detectMime(path, upload.mime),
    blob,
    place: null,
    uploadedById: upload.personId,
  });
}
