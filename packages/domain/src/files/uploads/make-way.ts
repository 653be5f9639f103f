import type { Office } from '../../office/office.ts';
import { type FileDoc, files } from '../file-model.ts';
import { UPLOAD_LIFE_MS, type UploadDoc, uploads } from './upload-model.ts';

/**
 * So many of one person's files may be half sent, or sent and attached to nothing: they lie on the disk for days. Five
 * forms may be as full as they get (`LIMITS.messageFiles`).
 */
export const MAX_LOOSE = 100;

/** A loose file, with when its owner last did something with it and how it goes. */
type Loose = { readonly touchedAt: number; readonly go: () => Promise<unknown> };

/** Lets a person's oldest loose files go until there is room for one more. */
export async function makeWay(office: Office, personId: string): Promise<void> {
  const now = office.clock.now();
  const halfSentOf = { personId, expiresAt: { $gt: now } };
  const unattachedOf = { uploadedById: personId, place: null };
  const halfSent = await uploads.of(office).countDocuments(halfSentOf);
  const unattached = await files.of(office).countDocuments(unattachedOf);
  const tooMany = halfSent + unattached - MAX_LOOSE + 1;
  if (tooMany <= 0) return;
  const oldestHalfSent = await uploads
    .of(office)
    .find(halfSentOf)
    .sort({ expiresAt: 1 })
    .limit(tooMany)
    .lean<UploadDoc[]>();
  const oldestFiles = await files
    .of(office)
    .find(unattachedOf)
    .sort({ uploadedAt: 1 })
    .limit(tooMany)
    .lean<FileDoc[]>();
  // Each on condition that it is as it was: one that is continued or attached in this moment stays.
  const loose: Loose[] = [
    ...oldestHalfSent.map(({ _id, expiresAt }) => ({
      touchedAt: expiresAt.getTime() - UPLOAD_LIFE_MS,
      go: () => uploads.of(office).updateOne({ _id, expiresAt }, { $set: { expiresAt: now } }),
    })),
    ...oldestFiles.map(({ _id, uploadedAt }) => ({
      touchedAt: uploadedAt.getTime(),
      go: () => files.of(office).deleteOne({ _id, place: null }),
    })),
  ];
  loose.sort((a, b) => a.touchedAt - b.touchedAt);
  for (const { go } of loose.slice(0, tooMany)) await go();
}
