import { closeSync, fsync, open } from 'node:fs';
import { promisify } from 'node:util';
import { createRounds, type Rounds } from '../rounds.ts';

const openFolder = promisify(open);
const fsyncFolder = promisify(fsync);

/** Makes the names in folders durable. */
export type FolderSync = {
  /** Answers when every name given in this folder before the question would survive a power cut. */
  sync(path: string): Promise<void>;
  /** Lets go of the folders: one may have been taken away and made anew; the next question opens it again. */
  release(): void;
};

type Folder = { readonly descriptor: Promise<number>; readonly rounds: Rounds<null, null> };

/**
 * Many files arrive in the same folder at once; one fsync of the folder makes all their names durable. Folders stay
 * open: there are some 256 of them, and opening one costs as much as its fsync.
 */
export function createFolderSync(): FolderSync {
  const folders = new Map<string, Folder>();

  function openOne(path: string): Folder {
    const descriptor = openFolder(path, 'r');
    const rounds = createRounds(async (waiting: null[]) => {
      await fsyncFolder(await descriptor);
      return waiting;
    });
    return { descriptor, rounds };
  }

  return {
    sync: async (path) => {
      const folder = folders.get(path) ?? openOne(path);
      folders.set(path, folder);
      await folder.rounds.add(null);
    },
    release: () => {
      for (const { descriptor, rounds } of folders.values()) {
        // Closed as the last of its rounds, never under an fsync; one that could not be opened needs no closing.
        const close = () => descriptor.then(closeSync).catch(() => undefined);
        rounds.add(null).then(close, close);
      }
      folders.clear();
    },
  };
}
