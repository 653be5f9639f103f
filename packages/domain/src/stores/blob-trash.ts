import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where contents wait between being put out of sight and being removed for good. */
export type Trash = {
  /** As `BlobStore.discard`, for the content that lies at a path. */
  discard(sha256: string, path: string, isReferenced: () => Promise<boolean>): Promise<void>;
};

/**
 * Opens the folder, and puts back what a process that died between the two looks left there: whether somebody refers to
 * it is asked anew by whoever discards it again.
 */
export async function openTrash(folder: string, pathOf: (sha256: string) => string): Promise<Trash> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) {
    if (/^[0-9a-f]{64}$/.test(name)) await move(join(folder, name), pathOf(name));
  }
  return {
    discard: async (sha256, path, isReferenced) => {
      const aside = join(folder, sha256);
      for (;;) {
        // Set aside by a process that died, and wanted after all.
        if (await isReferenced()) return void (await move(aside, path));
        const isMoved = await move(path, aside);
        if (await isReferenced()) return void (await move(aside, path));
        // Not there any more: a process that started put it back under our hands, and it is to be discarded again.
        if ((await remove(aside)) || !isMoved) return;
      }
    },
  };
}

/** False when there was nothing to move. */
const move = (from: string, to: string) => isThere(rename(from, to));
const remove = (path: string) => isThere(rm(path));

async function isThere(done: Promise<void>): Promise<boolean> {
  try {
    await done;
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
