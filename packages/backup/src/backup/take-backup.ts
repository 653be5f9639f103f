import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { COLLECTIONS } from '@congso/domain/collections';
import { systemClock } from '@congso/domain/office/clock';
import { openBlobStore } from '@congso/domain/stores/blobs';
import packageJson from '../../package.json' with { type: 'json' };
import { copyBlobs } from '../copy-blobs.ts';
import { findMissing } from '../find-missing.ts';
import { readLines, writeLines } from '../line-file.ts';
import { backupPaths, FORMAT, type Lines, type Manifest, writeManifest } from '../manifest.ts';
import { NOT_CARRIED } from '../not-carried.ts';
import type { Stores } from '../stores.ts';
import { Unusable } from '../unusable.ts';
import { dumpCollection } from './dump-collection.ts';

/**
 * Writes an office's data into a new folder while nobody writes to the office. The database first, then the blobs:
 * whatever a record refers to was there before the record. The folder has its name only when it is whole and durable.
 *
 * @throws Unusable when the target exists, or a blob is damaged or missing.
 */
export async function takeBackup({ db, blobs }: Stores, target: string): Promise<Manifest> {
  if (await exists(target)) throw new Unusable(`${target} exists already; a backup is written into a new folder.`);
  const partial = `${target}.partial`;
  await rm(partial, { recursive: true, force: true }); // of one that was cut off
  const paths = backupPaths(partial);
  try {
    await mkdir(paths.collections, { recursive: true, mode: 0o700 });
    const collections: Record<string, Lines> = {};
    for (const { name } of COLLECTIONS) {
      if (!NOT_CARRIED.has(name))
        collections[name] = await writeLines(paths.collection(name), dumpCollection(db, name));
    }
    const missing = await findMissing(paths, blobs);
    if (missing) {
      throw new Unusable(
        `${missing.count} of the office's files are missing, the first is ${blobs.path(missing.first)}. Is that where the office keeps its files (DIR/blobs, or BLOB_DIR)? If it is, put a copy of them there from an older backup and begin again.`,
      );
    }
    const list = await writeLines(paths.blobList, blobs.list());
    await copyBlobs(readLines(paths.blobList), blobs, await openBlobStore(paths.blobs));
    const takenAt = systemClock.now().toISOString();
    const manifest: Manifest = { format: FORMAT, version: packageJson.version, takenAt, collections, blobs: list };
    await writeManifest(partial, manifest);
    for (const folder of [paths.collections, paths.blobs, partial]) await syncFolder(folder);
    await rename(partial, target);
    await syncFolder(dirname(target));
    return manifest;
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** Makes the names in a folder durable. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
