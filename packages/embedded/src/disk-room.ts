import { statfsSync } from 'node:fs';

/** Less than this is full: the engine's journal alone asks for more in one piece. */
export const FULL_DISK_BYTES = 16 * 1024 * 1024;

/** How many bytes this account can still write on the disk of a folder. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
