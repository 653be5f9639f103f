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
  /**
   * Whether the database's disk has only the reserve left, so that nothing new is begun; as of at most a second ago. A
   * disk of contents that is full stops only contents.
   */
  isShort(): Promise<boolean>;
};

/**
 * @param folders the folder of contents; that of the database, where it is on this machine
 * @param freeOn how much more fits on the disk of a folder
 */
export function openDiskRoom(
  folders: { readonly contents: string; readonly database?: string | undefined },
  freeOn: (folder: string) => Promise<number> = freeBytesOn,
): DiskRoom {
  const { contents, database } = folders;
  let looked: Promise<boolean> = Promise.resolve(false);
  let lookedAt = Number.NEGATIVE_INFINITY;
  return {
    freeBytes: async () => Math.min(await freeOn(contents), database === undefined ? Infinity : await freeOn(database)),
    isShort: () => {
      const now = performance.now();
      if (database !== undefined && now - lookedAt >= FRESH_MS) {
        lookedAt = now;
        looked = freeOn(database).then((bytes) => bytes < WRITE_RESERVE_BYTES);
      }
      return looked;
    },
  };
}

async function freeBytesOn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
