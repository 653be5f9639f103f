import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClearFailure } from './clear-failure.ts';

/** `sun_path` holds 108 bytes with its terminating zero (unix(7)); a longer path fails or is silently cut. */
const LONGEST_SOCKET_PATH_BYTES = 107;
/** The longest name that is put into a runtime folder: the engine makes this one itself. */
const LONGEST_NAME = 'embedded-mongodb-XXXXXX/mongodb.sock';

const fits = (folder: string) => Buffer.byteLength(join(folder, LONGEST_NAME)) <= LONGEST_SOCKET_PATH_BYTES;

/**
 * Makes the private folder for the sockets of one data folder: short, the same at every start, readable by us alone,
 * because neither the engine nor Redis asks a client who it is.
 *
 * @param dataDir the data folder; it must exist, since its real path names the folder
 * @throws ClearFailure when the name is taken by something that is not ours or that others can enter
 */
export function prepareRuntimeFolder(dataDir: string): string {
  const uid = process.getuid?.() ?? 0;
  const hash = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 8);
  const name = `congso-${uid}-${hash}`;
  const preferred = join(tmpdir(), name);
  const folder = fits(preferred) ? preferred : join('/tmp', name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // /tmp is everyone's: another account may have made this name first, or a link to somewhere else.
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0) {
    throw new ClearFailure(
      `${folder} must be a folder of this account that nobody else can enter; remove it and start again.`,
    );
  }
  return folder;
}
