import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ClearFailure } from '../../clear-failure.ts';

/** Below this the engine and Redis would soon refuse to write: better not to open at all. */
const NEEDED_BYTES = 64 * 1024 * 1024;

/**
 * Makes the data folder, and makes sure that it can be written and has room.
 *
 * @throws ClearFailure when it cannot be made or written, or the disk is full
 */
export function prepareDataFolder(dataDir: string): void {
  const probe = join(dataDir, `.write-probe-${process.pid}`);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const file = openSync(probe, 'w', 0o600);
    try {
      writeSync(file, 'Can this folder be written?\n');
      fsyncSync(file);
    } finally {
      closeSync(file);
      rmSync(probe, { force: true });
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') throw fullDisk(dataDir);
    throw new ClearFailure(`The data folder ${dataDir} cannot be written (${code}); choose another with --data.`);
  }
  const disk = statfsSync(dataDir);
  if (disk.bavail * disk.bsize < NEEDED_BYTES) throw fullDisk(dataDir);
}

function fullDisk(dataDir: string): ClearFailure {
  return new ClearFailure(`The disk of ${dataDir} is full; free some space and start again.`);
}
