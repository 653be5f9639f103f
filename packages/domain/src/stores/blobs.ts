import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { newId } from '../office/ids.ts';
import { openTrash } from './blob-trash.ts';
import { createFolderSync } from './disk/sync-folder.ts';
import { createWholeBlobs } from './disk/whole-blobs.ts';
import { writeDurably } from './disk/write-durably.ts';

/** A stored content: its SHA-256 (hex) and its size in bytes. */
export type Blob = { readonly sha256: string; readonly size: number };

/**
 * Content-addressed files. Whoever holds a hash holds nothing: reading goes through a file or mail record (protocol
 * "Blobs"). `put` answers only when the bytes would survive a power cut.
 */
export type BlobStore = {
  put(content: AsyncIterable<Uint8Array>): Promise<Blob>;
  /**
   * Its bytes, or a part of them, after looking that they are those that were stored.
   *
   * @throws BlobLost when they are gone or changed
   */
  read(sha256: string, range?: { start: number; end: number }): Promise<Readable>;
  /** Its bytes as they lie there, for who compares them with their name. */
  readUnchecked(sha256: string): Readable;
  /** Where it lies, for a sentence to the operator. */
  path(sha256: string): string;
  /** Where it lies whole, for a program that needs a file. @throws BlobLost */
  wholePath(sha256: string): Promise<string>;
  has(sha256: string): Promise<boolean>;
  /** When a content was last stored; null when it is not there. */
  storedAt(sha256: string): Promise<Date | null>;
  /** The hashes of everything stored. */
  list(): AsyncIterable<string>;
  /**
   * Removes a content for good unless somebody refers to it. It is put out of sight and then asked about once more, so
   * that whoever stores the same bytes meanwhile either is seen by the question or stores them anew; who records bytes
   * that may have been there before makes sure with `has` afterwards.
   */
  discard(sha256: string, isReferenced: () => Promise<boolean>): Promise<void>;
  /** Lets go of what it holds open; it can be used again. */
  close(): void;
};

/** A half-written file untouched for so long belongs to a process that died. */
const STALE_MS = 60 * 60 * 1_000;

/** A blob store in a folder on disk: `ab/abcdef...`, with half-written files in `incoming/` and discarded ones in `trash/`. */
export async function openBlobStore(folder: string): Promise<BlobStore> {
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  await removeStale(incoming);
  const folders = createFolderSync();
  const shelves = new Set<string>();
  // Names its half-written files: several processes write here.
  const self = newId();
  let stored = 0;
  const pathOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a blob hash');
    return join(folder, sha256.slice(0, 2), sha256);
  };
  const storedAt = async (sha256: string): Promise<Date | null> => {
    try {
      return (await stat(pathOf(sha256))).mtime;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  };
  const whole = createWholeBlobs(pathOf);
  const trash = await openTrash(join(folder, 'trash'), pathOf);

  return {
    close: folders.release,
    path: pathOf,
    read: async (sha256, range) => (await whole.open(sha256)).createReadStream({ start: 0, ...range }),
    readUnchecked: (sha256) => createReadStream(pathOf(sha256)),
    wholePath: async (sha256) => {
      await (await whole.open(sha256)).close();
      return pathOf(sha256);
    },
    // Asked of what was stored a moment ago, whose name the system still has in memory: no thread is worth it.
    has: async (sha256) => existsSync(pathOf(sha256)),
    storedAt,
    list: async function* () {
      for (const shelf of await readdir(folder)) {
        if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
        yield* (await readdir(join(folder, shelf))).filter((name) => /^[0-9a-f]{64}$/.test(name));
      }
    },
    discard: (sha256, isReferenced) => trash.discard(sha256, pathOf(sha256), isReferenced),
    put: async (content) => {
      stored += 1;
      const temporary = join(incoming, `${self}-${stored}`);
      try {
        const blob = await writeDurably(temporary, content);
        const target = pathOf(blob.sha256);
        const shelf = join(folder, blob.sha256.slice(0, 2));
        if (!shelves.has(shelf)) {
          await mkdir(shelf, { recursive: true, mode: 0o700 });
          // The shelf's own name must be durable as well before a file in it counts.
          await folders.sync(folder);
          shelves.add(shelf);
        }
        await rename(temporary, target);
        await folders.sync(shelf);
        return blob;
      } catch (error) {
        // Somebody may have taken a shelf away: the next one to store looks again.
        shelves.clear();
        folders.release();
        await rm(temporary, { force: true });
        throw error;
      }
    },
  };
}

async function removeStale(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    try {
      if (Date.now() - (await stat(path)).mtimeMs > STALE_MS) await rm(path, { force: true });
    } catch (error) {
      // Its writer finished it between the two looks.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}
