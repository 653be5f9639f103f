import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { files } from './file-model.ts';

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
