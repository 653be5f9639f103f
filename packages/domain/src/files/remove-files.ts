import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { type FileDoc, type FilePlace, files } from './file-model.ts';

const at = (place: FilePlace) => ({ 'place.kind': place.kind, 'place.id': place.id });

/** The hashes of what lies at a place. */
export async function listContentsAt(office: Office, place: FilePlace): Promise<string[]> {
  const found = await files.of(office).find(at(place), { sha256: 1 }).lean<Pick<FileDoc, 'sha256'>[]>();
  return [...new Set(found.map((file) => file.sha256))];
}

/** Whether some file of the office has this content, elsewhere than at the place given. */
export async function isFileContent(office: Office, sha256: string, besides: FilePlace): Promise<boolean> {
  return (await files.of(office).exists({ sha256, $nor: [at(besides)] })) !== null;
}

/** Removes the records of files at a place, when their contents have been seen to. One added since then stays. */
export async function removeFilesAt(office: Office, place: FilePlace, contents: readonly string[]): Promise<void> {
  await files.of(office).deleteMany({ ...at(place), sha256: { $in: [...contents] } });
}

/**
 * Forgets a file that its sender has attached to nothing, so that it takes none of the places for loose files; its
 * bytes go with those that nobody refers to. False when there is none, also because it was attached meanwhile.
 */
export async function takeBackFile(office: Office, caller: Caller, fileId: string): Promise<boolean> {
  const { deletedCount } = await files
    .of(office)
    .deleteOne({ _id: fileId, uploadedById: caller.personId, place: null });
  return deletedCount === 1;
}
