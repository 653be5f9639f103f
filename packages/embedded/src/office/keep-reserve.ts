import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { freeBytes } from '../disk-room.ts';
import type { Say } from './say.ts';

const MB = 1024 * 1024;
/** What the database needs to go on with its checkpoints for days in which people only read. */
const RESERVE_BYTES = 96 * MB;
/** Below this the next checkpoint may not fit: a database that cannot write one aborts, again at every start. */
const GIVE_UP_BELOW_BYTES = 32 * MB;
/** Well above where people may write again (domain, `disk-room.ts`), so that it does not come and go. */
const TAKE_ABOVE_BYTES = 512 * MB;
const LOOK_EVERY_MS = 2_000;

const reserveOf = (dataDir: string) => join(dataDir, 'reserve');

/**
 * Gives the reserve's space to the database when the disk is full: nothing but a file that is removed frees space on a
 * disk that others have filled.
 *
 * @returns whether there was one to give, and need of it
 */
export function giveUpReserve(dataDir: string): boolean {
  if (!existsSync(reserveOf(dataDir)) || freeBytes(dataDir) >= GIVE_UP_BELOW_BYTES) return false;
  rmSync(reserveOf(dataDir), { force: true });
  return true;
}

/**
 * Keeps space on the database's disk that nobody else can fill, gives it up when the disk is full, and takes it again
 * when there is plenty.
 *
 * @returns ends the watch; the reserve stays for the next start
 */
export function keepReserve(dataDir: string, say: Say): () => void {
  let isTaking = false;
  const look = () => {
    if (giveUpReserve(dataDir)) {
      say(`The disk of ${dataDir} is full: people can read, but nothing is saved until some space is freed.`);
    } else if (!isTaking && !existsSync(reserveOf(dataDir)) && freeBytes(dataDir) > TAKE_ABOVE_BYTES) {
      isTaking = true;
      takeReserve(dataDir)
        .catch((error: unknown) => say(`No reserve is kept on the disk of ${dataDir}: ${error}`))
        .finally(() => {
          isTaking = false;
        });
    }
  };
  look();
  const timer = setInterval(look, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

/** Random, because a file system that compresses would keep next to nothing for zeros. */
async function takeReserve(dataDir: string): Promise<void> {
  const file = await open(reserveOf(dataDir), 'w', 0o600);
  try {
    const piece = randomBytes(MB);
    for (let written = 0; written < RESERVE_BYTES; written += MB) await file.write(piece);
  } finally {
    await file.close();
  }
}
