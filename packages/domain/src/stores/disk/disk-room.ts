import { statfs } from 'node:fs/promises';

/**
 * So much is left to what is under way, to checkpoints of the database and to the clean-up that frees space. A database
 * whose disk is full aborts, and then nobody reads either.
 */
const WRITE_RESERVE_BYTES = 160 * 1024 * 1024;

/** A look at the disk costs more than a small command. */
const FRESH_MS = 1_000;

/** The room on the disks that this process writes to. */
export type DiskRoom = {
  /** How much more fits on the fullest of them. */
  freeBytes(): Promise<number>;
  /** Whether only the reserve is left, so that nothing new is begun; as of at most a second ago. */
  isShort(): Promise<boolean>;
};

/** @param folders one on each disk: of contents, and of the database where that is on this machine */
export function openDiskRoom(folders: readonly string[]): DiskRoom {
  let looked: Promise<boolean> = Promise.resolve(false);
  let lookedAt = Number.NEGATIVE_INFINITY;
  const room: DiskRoom = {
    freeBytes: async () => {
      const disks = await Promise.all(folders.map((folder) => statfs(folder)));
      return Math.min(...disks.map(({ bavail, bsize }) => bavail * bsize));
    },
    isShort: () => {
      const now = performance.now();
      if (now - lookedAt >= FRESH_MS) {
        lookedAt = now;
        looked = room.freeBytes().then((bytes) => bytes < WRITE_RESERVE_BYTES);
      }
      return looked;
    },
  };
  return room;
}
