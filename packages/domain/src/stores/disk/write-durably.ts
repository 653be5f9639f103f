import { createHash } from 'node:crypto';
import { closeSync, fdatasync, open, write, writeSync } from 'node:fs';
import { promisify } from 'node:util';

// What may wait for the disk is handed to other threads. Handing over costs ten times what a small write into the
// system's memory takes, or giving back a descriptor, and most mails are one small file.
const openFile = promisify(open);
const writeBlock = promisify(write);
const datasync = promisify(fdatasync);

const BLOCK_BYTES = 64 * 1024;

/**
 * Writes a new file, hashes it on the way, and answers when its bytes would survive a power cut (its name would not yet:
 * that is the folder's). The content is never whole in memory.
 *
 * @returns the SHA-256 (hex) and the size in bytes
 */
export async function writeDurably(
  path: string,
  content: AsyncIterable<Uint8Array>,
): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  const descriptor = await openFile(path, 'wx', 0o600);
  try {
    for await (const block of inBlocks(content)) {
      hash.update(block);
      await writeWhole(descriptor, block, size === 0);
      size += block.byteLength;
    }
    await datasync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  return { sha256: hash.digest('hex'), size };
}

/** A disk may take less than it is given. Blocks behind the first may be many, and the system then slows down who writes. */
async function writeWhole(descriptor: number, block: Uint8Array, isFirst: boolean): Promise<void> {
  for (let written = 0; written < block.byteLength; ) {
    const left = block.byteLength - written;
    written += isFirst
      ? writeSync(descriptor, block, written, left)
      : (await writeBlock(descriptor, block, written, left)).bytesWritten;
  }
}

/** Joins crumbs into blocks: what comes over a line comes in pieces, and each write costs as much as a large one. */
async function* inBlocks(content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let crumbs: Uint8Array[] = [];
  let bytes = 0;
  for await (const crumb of content) {
    crumbs.push(crumb);
    bytes += crumb.byteLength;
    if (bytes < BLOCK_BYTES) continue;
    yield joined(crumbs, bytes);
    crumbs = [];
    bytes = 0;
  }
  if (bytes > 0) yield joined(crumbs, bytes);
}

function joined(crumbs: readonly Uint8Array[], bytes: number): Uint8Array {
  const [only] = crumbs;
  return crumbs.length === 1 && only ? only : Buffer.concat(crumbs, bytes);
}
