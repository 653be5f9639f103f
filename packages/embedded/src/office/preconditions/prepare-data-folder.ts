import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { ClearFailure } from '../../clear-failure.ts';
import { freeBytes } from '../../disk-room.ts';

/** Below this the engine and Redis would soon refuse to write: better not to open at all. */
const NEEDED_BYTES = 64 * 1024 * 1024;

/**
 * Makes the data folder, and makes sure that it is this account's, can be written, and has room.
 *
 * @throws ClearFailure when it is another account's, cannot be made or written, or the disk is full
 */
export function prepareDataFolder(dataDir: string): void {
  if (existsSync(dataDir)) requireOwn(dataDir);
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
  if (freeBytes(dataDir) < NEEDED_BYTES) throw fullDisk(dataDir);
}

/** Root may write anywhere, and what it leaves there the office's own account can open no more. */
function requireOwn(dataDir: string): void {
  const { uid } = statSync(dataDir);
  if (uid === process.getuid?.()) return;
  throw new ClearFailure(`The data folder ${dataDir} belongs to the account ${nameOf(uid)}; run this as that account.`);
}

function nameOf(uid: number): string {
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line = accounts.map((one) => one.split(':')).find(([, , id]) => id === String(uid));
  return line?.[0] ?? String(uid);
}

function fullDisk(dataDir: string): ClearFailure {
  return new ClearFailure(`The disk of ${dataDir} is full; free some space and start again.`);
}
