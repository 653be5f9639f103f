import { mkdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { endUpload, listExpiredUploads } from '@congso/domain/files/track-upload';
import type { Office } from '@congso/domain/office/office';
import { Refusal } from '@congso/domain/office/refusal';
import { FileStore } from '@tus/file-store';

/** What must stay free for the database and for what is already under way. */
const RESERVE_BYTES = 256 * 1024 * 1024;

/** Where the bytes of unfinished uploads wait. */
export type UploadStore = FileStore & {
  pathOf(uploadId: string): string;
  /** @throws Refusal UNAVAILABLE when the disk has no room for so many bytes. */
  requireSpace(bytes: number): Promise<void>;
  discard(uploadId: string): Promise<void>;
  /** Throws away what nobody continued. */
  discardExpired(office: Office): Promise<void>;
};

/** Opens the folder; only our own users' processes may look into it. */
export async function openUploadStore(folder: string): Promise<UploadStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const store = new FileStore({ directory: folder });
  // A length that comes later could not be refused before the bytes are there.
  store.extensions = store.extensions.filter((extension) => extension !== 'creation-defer-length');
  const pathOf = (uploadId: string) => join(folder, uploadId);
  const discard = async (uploadId: string) => {
    await rm(pathOf(uploadId), { force: true });
    await rm(`${pathOf(uploadId)}.json`, { force: true });
  };
  return Object.assign(store, {
    pathOf,
    discard,
    requireSpace: async (bytes: number) => {
      const { bavail, bsize } = await statfs(folder);
      // Twice: the bytes wait here while they are copied into the blob store.
      if (bavail * bsize < 2 * bytes + RESERVE_BYTES) throw new Refusal('UNAVAILABLE', { field: 'size' });
    },
    discardExpired: async (office: Office) => {
      for (const { _id } of await listExpiredUploads(office)) {
        await discard(_id);
        await endUpload(office, _id);
      }
    },
  });
}
