import { LIMITS } from '@congso/contract/limits';
import type { Caller } from '../office/caller.ts';
import { newId } from '../office/ids.ts';
import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import { cleanFileName } from './clean-file-name.ts';
import { files } from './file-model.ts';
import { type UploadDoc, uploads } from './upload-model.ts';

/** An upload nobody continued for so long is thrown away. */
export const UPLOAD_LIFE_MS = 24 * 60 * 60 * 1_000;
/** So many of one person's files may be half sent, or sent and attached to nothing: they lie on the disk for days. */
const MAX_LOOSE = 50;

/**
 * Notes that a person begins to send a file, and gives it its id.
 *
 * @throws Refusal TOO_LARGE, BAD_INPUT for a size that is none, TOO_MANY_REQUESTS when too many are half sent or
 *   attached to nothing.
 */
export async function beginUpload(
  office: Office,
  caller: Caller,
  { name, mime, size }: { name: string; mime: string; size: number | undefined },
): Promise<UploadDoc> {
  if (size === undefined || !Number.isSafeInteger(size) || size < 0) throw new Refusal('BAD_INPUT', { field: 'size' });
  if (size > LIMITS.fileBytes) throw new Refusal('TOO_LARGE', { field: 'size' });
  const now = office.clock.now();
  const halfSent = await uploads.of(office).countDocuments({ personId: caller.personId, expiresAt: { $gt: now } });
  const unattached = await files.of(office).countDocuments({ uploadedById: caller.personId, place: null });
  if (halfSent + unattached >= MAX_LOOSE) throw new Refusal('TOO_MANY_REQUESTS');
  const upload: UploadDoc = {
    _id: newId(),
    personId: caller.personId,
    name: cleanFileName(name, LIMITS.fileName),
    mime: mime.slice(0, 160),
    size,
    expiresAt: new Date(now.getTime() + UPLOAD_LIFE_MS),
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
