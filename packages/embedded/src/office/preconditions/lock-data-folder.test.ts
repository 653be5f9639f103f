import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDataFolder } from './lock-data-folder.ts';

let dataDir: string;
const pidFile = () => join(dataDir, 'office.pid');

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'congso-lock-'));
});

afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

test('a folder is held by one office at a time, and can be taken again when it was given back', () => {
  const release = lockDataFolder(dataDir);
  expect(() => lockDataFolder(dataDir)).toThrow(`An office is already running on ${dataDir} (process ${process.pid}).`);
  release();
  expect(existsSync(pidFile())).toBe(false);
  lockDataFolder(dataDir)();
});

test('the lock of an office that is no more is taken over', () => {
  writeFileSync(pidFile(), '4194304 1\n'); // above the largest process id Linux gives out
  const release = lockDataFolder(dataDir);
  expect(readFileSync(pidFile(), 'utf8')).toMatch(new RegExp(`^${process.pid} `));
  release();
});

test('the lock of a dead office is taken over although its process id was given to another process since', () => {
  writeFileSync(pidFile(), `${process.pid} 1\n`);
  lockDataFolder(dataDir)();
});

test('a lock file that holds nonsense is taken over', () => {
  writeFileSync(pidFile(), 'nonsense');
  lockDataFolder(dataDir)();
});
