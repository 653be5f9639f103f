import type { BlobStore } from '@congso/domain/stores/blobs';
import { Unusable } from './unusable.ts';

/** So many at once: each waits for the disk, and waiting together is what makes it quick. */
const AT_ONCE = 8;

/**
 * Copies contents between two blob stores. A copy is read, hashed and fsynced by the store itself, so that what was
 * damaged on the way or on the old disk is found here.
 *
 * @throws Unusable when the bytes of a content are not those of its name.
 */
export async function copyBlobs(hashes: AsyncIterable<string>, from: BlobStore, to: BlobStore): Promise<void> {
  const iterator = hashes[Symbol.asyncIterator]();
  let failure: unknown = null;
  const copyOn = async () => {
    for (let next = await iterator.next(); next.done !== true && failure === null; next = await iterator.next()) {
      await copyBlob(next.value, from, to);
    }
  };
  // All of them are at rest before anybody is told, so that whoever clears away clears away everything.
  await Promise.all(
    Array.from({ length: AT_ONCE }, () =>
      copyOn().catch((error: unknown) => {
        failure ??= error;
      }),
    ),
  );
  if (failure !== null) throw failure;
}

async function copyBlob(wanted: string, from: BlobStore, to: BlobStore): Promise<void> {
  const { sha256 } = await to.put(from.readUnchecked(wanted));
  if (sha256 === wanted) return;
  throw new Unusable(`${from.path(wanted)} is damaged; put an undamaged copy of it there and begin again.`);
}
