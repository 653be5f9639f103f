import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

/** Stored bytes that are gone, or are no longer those that were stored; `path` is for the operator alone. */
export class BlobLost extends Error {
  override name = 'BlobLost';
  constructor(path: string, what: 'missing' | 'changed') {
    super(`the stored content ${path} is ${what}; put a copy of it there from a backup`);
  }
}

/** So many are remembered as whole; to look at the others again costs one reading each. */
const MOST_REMEMBERED = 20_000;

/** Opens contents after looking that their bytes are those they are named for. */
export type WholeBlobs = {
  /** @throws BlobLost */
  open(sha256: string): Promise<FileHandle>;
};

/**
 * A disk that lost or changed bytes must not hand them to a reader as what was sent. A content is read whole once, and
 * again when its file was touched since (RFC 9110 knows no way to take back an answer that has begun).
 */
export function createWholeBlobs(pathOf: (sha256: string) => string): WholeBlobs {
  const seen = new Map<string, string>();
  const looking = new Map<string, Promise<boolean>>();

  const isWhole = async (file: FileHandle, sha256: string): Promise<boolean> => {
    const { ino, size, mtimeMs, ctimeMs } = await file.stat();
    const state = `${ino}:${size}:${mtimeMs}:${ctimeMs}`;
    if (seen.get(sha256) === state) return true;
    if ((await hashOf(file)) !== sha256) return false;
    for (const oldest of seen.keys()) {
      if (seen.size < MOST_REMEMBERED) break;
      seen.delete(oldest);
    }
    seen.set(sha256, state);
    return true;
  };

  /** Many who ask for one content at a time wait for one reading of it. */
  const look = (file: FileHandle, sha256: string): Promise<boolean> => {
    const underWay = looking.get(sha256);
    if (underWay !== undefined) return underWay;
    const look = isWhole(file, sha256).finally(() => looking.delete(sha256));
    looking.set(sha256, look);
    return look;
  };

  return {
    open: async (sha256) => {
      const path = pathOf(sha256);
      const file = await open(path).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'ENOENT' ? new BlobLost(path, 'missing') : error;
      });
      try {
        if (!(await look(file, sha256))) throw new BlobLost(path, 'changed');
        return file;
      } catch (error) {
        await file.close();
        throw error;
      }
    },
  };
}

async function hashOf(file: FileHandle): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of file.createReadStream({ start: 0, autoClose: false, highWaterMark: 512 * 1024 })) {
    hash.update(chunk);
  }
  return hash.digest('hex');
}
