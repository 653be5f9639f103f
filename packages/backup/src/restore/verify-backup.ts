import { COLLECTIONS } from '@congso/domain/collections';
import { openBlobStore } from '@congso/domain/stores/blobs';
import { findMissing } from '../find-missing.ts';
import { hashFile, readLines, verifyLines } from '../line-file.ts';
import { backupPaths, type Manifest, readManifest } from '../manifest.ts';
import { Unusable } from '../unusable.ts';

/**
 * Reads a backup to its last byte and compares it with what its manifest says, before anything is written anywhere.
 *
 * @throws Unusable naming the first file that is missing or not as it was written.
 */
export async function verifyBackup(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const paths = backupPaths(folder);
  const known = new Set(COLLECTIONS.map(({ name }) => name));
  for (const [name, lines] of Object.entries(manifest.collections)) {
    if (!known.has(name)) throw new Unusable(`The backup holds "${name}", which this version of Congso does not know.`);
    await verifyLines(paths.collection(name), lines);
  }
  await verifyLines(paths.blobList, manifest.blobs);
  const blobs = await openBlobStore(paths.blobs);
  for await (const sha256 of readLines(paths.blobList)) {
    const path = blobs.path(sha256);
    if ((await hashFile(path)) !== sha256)
      throw new Unusable(`The backup is damaged: ${path} is not as it was written.`);
  }
  const missing = await findMissing(paths, blobs);
  if (missing) {
    throw new Unusable(
      `The backup is not whole: it lacks ${missing.count} of the files that its records name, the first is ${blobs.path(missing.first)}.`,
    );
  }
  return manifest;
}
