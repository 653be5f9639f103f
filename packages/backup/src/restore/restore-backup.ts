import { COLLECTIONS } from '@congso/domain/collections';
import { organisations } from '@congso/domain/organisation/organisation-model';
import { doubtWaitingSms } from '@congso/domain/sms/sending/doubt-waiting-sms';
import { openBlobStore } from '@congso/domain/stores/blobs';
import { copyBlobs } from '../copy-blobs.ts';
import { readLines } from '../line-file.ts';
import { backupPaths, type Manifest } from '../manifest.ts';
import type { Stores } from '../stores.ts';
import { loadCollection } from './load-collection.ts';
import { requireEmpty } from './require-empty.ts';
import { verifyBackup } from './verify-backup.ts';

/**
 * Fills an empty office from a backup. The blobs first, so that no record is ever without its bytes; the organisation
 * last, so that an office whose restore was cut off does not count as founded.
 *
 * @throws Unusable, with nothing written, when the backup is damaged or the office is not empty.
 */
export async function restoreBackup(stores: Stores, folder: string): Promise<Manifest> {
  const manifest = await verifyBackup(folder);
  await requireEmpty(stores);
  const { db, blobs } = stores;
  const paths = backupPaths(folder);
  await copyBlobs(readLines(paths.blobList), await openBlobStore(paths.blobs), blobs);
  const names = Object.keys(manifest.collections);
  const last = organisations.name;
  for (const name of [...names.filter((one) => one !== last), ...names.filter((one) => one === last)]) {
    if (name === last) await makeReady(stores);
    await loadCollection(db, name, paths.collection(name));
  }
  return manifest;
}

/** Indexes after the documents, which is quicker, and here, where no process waits to be ready. */
async function makeReady({ db }: Stores): Promise<void> {
  await Promise.all(COLLECTIONS.map((collection) => collection.of({ db }).createIndexes()));
  await doubtWaitingSms({ db });
}
