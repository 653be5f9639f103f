import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import { type FileDoc, type FilePlace, files } from './file-model.ts';
import { findUpload } from './uploads/track-upload.ts';

/**
 * Gives the caller's own files their place: each must be unattached, or already there (a repeated command). Whoever
 * calls it has already asked whether the caller may write to the place. Answers the ids in their order, each once.
 *
 * @throws Refusal on the place in `fileIds` of the first that cannot be: FILE_GONE for files of others, of other places
 *   and unknown ones, which are all one answer; FILE_INCOMPLETE while one is still being sent.
 */
export async function attachFiles(
  office: Office,
  caller: Pick<Caller, 'personId'>,
  fileIds: readonly string[],
  place: FilePlace,
): Promise<string[]> {
  const wanted = [...new Set(fileIds)];
  if (wanted.length === 0) return [];
  const mine = { _id: { $in: wanted }, uploadedById: caller.personId };
  const found = await files.of(office).find(mine).lean<FileDoc[]>();
  const isFree = ({ place: at }: FileDoc) => at === null || (at.kind === place.kind && at.id === place.id);
  for (const id of wanted) {
    const file = found.find((one) => one._id === id);
    if (file && isFree(file)) continue;
    const isStillSent = !file && (await findUpload(office, caller.personId, id)) !== null;
    throw new Refusal(isStillSent ? 'FILE_INCOMPLETE' : 'FILE_GONE', { field: `fileIds.${fileIds.indexOf(id)}` });
  }
  await files.of(office).updateMany({ ...mine, place: null }, { $set: { place } });
  // Two places may have asked for the same file at once: one of them got it.
  const settled = await files.of(office).countDocuments({ ...mine, 'place.kind': place.kind, 'place.id': place.id });
  if (settled !== wanted.length) throw new Refusal('FILE_GONE', { field: 'fileIds' });
  return wanted;
}
