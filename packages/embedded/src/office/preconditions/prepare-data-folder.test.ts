import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareDataFolder } from './prepare-data-folder.ts';

let folder: string;
const isRoot = process.getuid?.() === 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'congso-data-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a data folder is made where there is none, for this account alone, and nothing is left in it', () => {
  const dataDir = join(folder, 'deep/data');
  prepareDataFolder(dataDir);
  expect(readdirSync(dataDir)).toEqual([]);
});

test('a path through a file is one sentence that names the folder', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => prepareDataFolder(join(folder, 'file/data'))).toThrow(
    /^The data folder .* cannot be written \(ENOTDIR\)/,
  );
});

// Only root can make a small disk to fill.
test.runIf(isRoot)('a full disk is one sentence that says so, be it quite full or nearly', () => {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
  try {
    const sentence = `The disk of ${disk} is full; free some space and start again.`;
    expect(() => prepareDataFolder(disk)).toThrow(sentence);
    expect(() => writeFileSync(join(disk, 'filling'), Buffer.alloc(2 * 1024 * 1024))).toThrow('ENOSPC');
    expect(() => prepareDataFolder(disk)).toThrow(sentence);
  } finally {
    execFileSync('umount', [disk]);
  }
});

test.runIf(isRoot)('the office of another account is not touched, not even by root, which could', () => {
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  chownSync(dataDir, 65_534, 65_534);
  expect(() => prepareDataFolder(dataDir)).toThrow(
    `The data folder ${dataDir} belongs to the account nobody; run this as that account.`,
  );
  expect(readdirSync(dataDir)).toEqual([]);
});

test.runIf(isRoot)('a disk that may only be read is one sentence', () => {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', disk]);
  try {
    expect(() => prepareDataFolder(disk)).toThrow(`The data folder ${disk} cannot be written (EROFS)`);
  } finally {
    execFileSync('umount', [disk]);
  }
});
