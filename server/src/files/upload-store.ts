import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { RESERVE_BYTES } from '@congso/domain/files/uploads/complete-upload';
import { endUpload, listExpiredUploads } from '@congso/domain/files/uploads/track-upload';
import type { Office } from '@congso/domain/office/office';
import { Refusal } from '@congso/domain/office/refusal';
import { leaveRoom } from '@congso/domain/stores/disk/leave-room';
import { FileStore } from '@tus/file-store';

/** Where the bytes of unfinished uploads wait. */
export type UploadStore = FileStore & {
  pathOf(uploadId: string): string;
  /** @throws Refusal DISK_FULL when the disk has no room for so many bytes. */
  requireSpace(bytes: number): Promise<void>;
  discard(uploadId: string): Promise<void>;
  /** Throws away what nobody continued. */
  discardExpired(): Promise<void>;
};

/** Opens the folder, on the disk of the blobs; only our own users' processes may look into it. */
export async function openUploadStore(office: Office, folder: string): Promise<UploadStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const store = new FileStore({ directory: folder });
  // A length that comes later could not be refused before the bytes are there.
  store.extensions = store.extensions.filter((extension) => extension !== 'creation-defer-length');
  const pathOf = (uploadId: string) => join(folder, uploadId);
  const discard = async (uploadId: string) => {
    await rm(pathOf(uploadId), { force: true });
    await rm(`${pathOf(uploadId)}.json`, { force: true });
  };
  const freeBytes = () => office.room.freeBytes();
  const write = store.write.bind(store);
  return Object.assign(store, {
    pathOf,
    write: (content: Readable, uploadId: string, offset: number) => {
      // Left open when the disk is full: tus would take a source that was closed for a client that left.
      const arriving = content.iterator({ destroyOnReturn: false });
      const guarded = leaveRoom(arriving, freeBytes, RESERVE_BYTES);
      return write(Readable.from(guarded, { objectMode: false }), uploadId, offset);
    },
    discard,
    requireSpace: async (bytes: number) => {
      // Twice: the bytes wait here while they are copied into the blob store.
      if ((await freeBytes()) < 2 * bytes + RESERVE_BYTES) throw new Refusal('DISK_FULL', { field: 'size' });
    },
    discardExpired: async () => {
      for (const { _id } of await listExpiredUploads(office)) {
        await discard(_id);
        await endUpload(office, _id);
      }
    },
  });
}
