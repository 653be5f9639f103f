import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { FULL_DISK_BYTES, freeBytes } from '../disk-room.ts';

/** Where the folder of a Redis that could not read it lies until the next one; for whoever wants to look into it. */
const asideOf = (dir: string) => `${dir}.damaged`;

/**
 * Lets a Redis that does not come up begin with nothing: it holds no truth, and what was queued in it is made anew from
 * the database. A corrupt append-only file would otherwise keep the whole office closed.
 *
 * @returns what was done, in a sentence for the operator; null when there was nothing to set aside
 */
export function setAsideRedis(dir: string): string | null {
  if (freeBytes(dir) < FULL_DISK_BYTES)
    return `The disk of ${dir} is full; free some space, and Redis starts by itself.`;
  if (readdirSync(dir).length === 0) return null;
  rmSync(asideOf(dir), { recursive: true, force: true });
  renameSync(dir, asideOf(dir));
  mkdirSync(dir, { mode: 0o700 });
  return `Redis could not read ${dir}, which is now ${asideOf(dir)}: it begins anew, and nothing is lost, for jobs are made again from the database.`;
}
