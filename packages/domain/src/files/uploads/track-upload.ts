import { LIMITS } from '@congso/contract/limits';
import type { Caller } from '../../office/caller.ts';
import { newId } from '../../office/ids.ts';
import type { Office } from '../../office/office.ts';
import { Refusal } from '../../office/refusal.ts';
import { cleanFileName } from '../clean-file-name.ts';
import { makeWay } from './make-way.ts';
import { UPLOAD_LIFE_MS, type UploadDoc, uploads } from './upload-model.ts';

/**
 * Notes that a person begins to send a file, and gives it its id. Of too many that are half sent or attached to nothing
 * the oldest give way: a tab that was closed, or a send that was refused, must not keep anybody from sending. What gave
 * way while it was half sent has expired (`listExpiredUploads`).
 *
 * @throws Refusal TOO_LARGE, BAD_INPUT for a size that is none
 */
export async function beginUpload(
  office: Office,
  caller: Caller,
  { name, mime, size }: { name: string; mime: string; size: number | undefined },
): Promise<UploadDoc> {
  if (size === undefined || !Number.isSafeInteger(size) || size < 0) throw new Refusal('BAD_INPUT', { field: 'size' });
  if (size > LIMITS.fileBytes) throw new Refusal('TOO_LARGE', { field: 'size' });
  await makeWay(office, caller.personId);
  const upload: UploadDoc = {
    _id: newId(),
    personId: caller.personId,
    name: cleanFileName(name, LIMITS.fileName),
    mime: mime.slice(0, 160),
    size,
    expiresAt: new Date(office.clock.now().getTime() + UPLOAD_LIFE_MS),
  };
  await uploads.of(office).create(upload);
  return upload;
}

/** The person's own upload that is under way; null for everybody else and when it ended or was given up. */
export async function findUpload(office: Office, personId: string, uploadId: string): Promise<UploadDoc | null> {
  return uploads
    .of(office)
    .findOne(underWay(office, personId, uploadId))
    .lean<UploadDoc>();
}

/** The same when its owner goes on with it: it then lives as long again, however slow the line. */
export async function continueUpload(office: Office, personId: string, uploadId: string): Promise<UploadDoc | null> {
  const expiresAt = new Date(office.clock.now().getTime() + UPLOAD_LIFE_MS);
  return uploads
    .of(office)
    .findOneAndUpdate(underWay(office, personId, uploadId), { $set: { expiresAt } }, { returnDocument: 'after' })
    .lean<UploadDoc>();
}

/** One that has expired cannot be continued any more: its bytes may be on their way out. */
const underWay = (office: Office, personId: string, uploadId: string) => ({
  _id: uploadId,
  personId,
  expiresAt: { $gt: office.clock.now() },
});

/** The upload is complete or given up. */
export async function endUpload(office: Office, uploadId: string): Promise<void> {
  await uploads.of(office).deleteOne({ _id: uploadId });
}

/** The uploads that were given up; whoever asks removes their bytes, then ends them. */
export async function listExpiredUploads(office: Office): Promise<UploadDoc[]> {
  return uploads
    .of(office)
    .find({ expiresAt: { $lte: office.clock.now() } })
    .limit(500)
    .lean<UploadDoc[]>();
}
