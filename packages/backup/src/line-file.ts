import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Lines } from './manifest.ts';
import { Unusable } from './unusable.ts';

const BLOCK_CHARACTERS = 256 * 1024;

/** Writes lines into a new file, never whole in memory; when it ends the file is durable. */
export async function writeLines(path: string, lines: AsyncIterable<string>): Promise<Lines> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  let count = 0;
  let block = '';
  const flush = async () => {
    hash.update(block);
    await file.writeFile(block);
    block = '';
  };
  try {
    for await (const line of lines) {
      block += `${line}\n`;
      count += 1;
      if (block.length >= BLOCK_CHARACTERS) await flush();
    }
    await flush();
    await file.sync();
  } finally {
    await file.close();
  }
  return { lines: count, sha256: hash.digest('hex') };
}

/** The lines of a file, one after the other. Not Node's readline: to it U+2028, which people paste, ends a line too. */
export async function* readLines(path: string): AsyncIterable<string> {
  let rest = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8' })) {
    const lines = (rest + (chunk as string)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** @throws Unusable when the file is missing or not as it was written. */
export async function verifyLines(path: string, expected: Lines): Promise<void> {
  if ((await hashFile(path)) !== expected.sha256) {
    throw new Unusable(`The backup is damaged: ${path} is not as it was written.`);
  }
}

/** The SHA-256 (hex) of a file. @throws Unusable when it is missing. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Unusable(`The backup is damaged: ${path} is missing.`, { cause: error });
  }
  return hash.digest('hex');
}
