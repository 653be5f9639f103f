import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BlobStore, openBlobStore } from './blobs.ts';
import { BlobLost } from './disk/whole-blobs.ts';

let folder: string;
let blobs: BlobStore;
let sha256: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'congso-blobs-'));
  blobs = await openBlobStore(folder);
  ({ sha256 } = await put());
});
afterEach(() => rm(folder, { recursive: true }));

const put = () => blobs.put(Readable.from([Buffer.from('Công văn')]));
/** Answers the first look and all later ones, and does something while the second is under way. */
const looks = (first: boolean, later: boolean, meanwhile: () => Promise<unknown> = async () => undefined) => {
  let count = 0;
  return async () => {
    count += 1;
    if (count === 2) await meanwhile();
    return count === 1 ? first : later;
  };
};
/** A process that dies when it has set the content aside. */
const dieAside = () =>
  blobs.discard(
    sha256,
    looks(false, false, () => Promise.reject(new Error('kill -9'))),
  );

describe('discarding a content', () => {
  it('removes what nobody refers to, and twice is like once', async () => {
    await blobs.discard(sha256, looks(false, false));
    expect(await blobs.has(sha256)).toBe(false);
    await blobs.discard(sha256, looks(false, false));
  });

  it('puts it back when somebody has come to refer to it meanwhile', async () => {
    await blobs.discard(sha256, looks(false, true));
    expect(await text(await blobs.read(sha256))).toBe('Công văn');
  });

  it('does not touch what somebody stores anew meanwhile', async () => {
    await blobs.discard(sha256, looks(false, false, put));
    expect(await blobs.has(sha256)).toBe(true);
  });

  it('in the middle of which the process dies loses nothing: the next one that starts puts it back', async () => {
    await expect(dieAside()).rejects.toThrow('kill -9');
    expect(await blobs.has(sha256)).toBe(false);
    expect(await text(await (await openBlobStore(folder)).read(sha256))).toBe('Công văn');
  });

  it('in the middle of which the process died is ended, or undone, by whoever does it again', async () => {
    await expect(dieAside()).rejects.toThrow('kill -9');
    await blobs.discard(sha256, looks(true, true));
    expect(await blobs.has(sha256)).toBe(true);
    await expect(dieAside()).rejects.toThrow('kill -9');
    await blobs.discard(sha256, looks(false, false));
    expect(await (await openBlobStore(folder)).has(sha256)).toBe(false);
  });

  it('is not hindered by a process that starts in the middle of it', async () => {
    await blobs.discard(
      sha256,
      looks(false, false, () => openBlobStore(folder)),
    );
    expect(await blobs.has(sha256)).toBe(false);
    await put();
    await blobs.discard(
      sha256,
      looks(false, true, () => openBlobStore(folder)),
    );
    expect(await blobs.has(sha256)).toBe(true);
  });
});

describe('a content', () => {
  it('that is gone or changed on the disk is read by nobody; put back, it is read again', async () => {
    const path = blobs.path(sha256);
    const kept = await readFile(path);
    expect(await text(await blobs.read(sha256, { start: 0, end: 3 }))).toBe('Công'.slice(0, 3));
    await writeFile(path, 'Công vặn');
    for (let twice = 0; twice < 2; twice += 1) {
      await expect(blobs.read(sha256)).rejects.toThrow(`${path} is changed`);
      await expect(blobs.wholePath(sha256)).rejects.toThrow(BlobLost);
    }
    await rm(path);
    await expect(blobs.read(sha256)).rejects.toThrow(`${path} is missing`);
    await writeFile(path, kept);
    const readers = await Promise.all(Array.from({ length: 20 }, () => blobs.read(sha256)));
    expect(await Promise.all(readers.map(text))).toEqual(Array(20).fill('Công văn'));
  });
});
