import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareRuntimeFolder } from './runtime-folder.ts';

let dataDir: string;
let runtimeDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'congso-runtime-'));
  runtimeDir = prepareRuntimeFolder(dataDir);
});

afterEach(() => {
  rmSync(runtimeDir, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
});

test('it is the same at every start, and nobody else can enter it', () => {
  expect(prepareRuntimeFolder(dataDir)).toBe(runtimeDir);
  expect(statSync(runtimeDir).mode & 0o777).toBe(0o700);
});

test('a folder reached by another path is the same folder', () => {
  const link = `${dataDir}-link`;
  symlinkSync(dataDir, link);
  expect(prepareRuntimeFolder(link)).toBe(runtimeDir);
  rmSync(link);
});

test('a socket in it fits into a socket address however deep the data folder lies', () => {
  const deep = join(dataDir, 'a'.repeat(200));
  mkdirSync(deep);
  const folder = prepareRuntimeFolder(deep);
  expect(join(folder, 'embedded-mongodb-XXXXXX/mongodb.sock').length).toBeLessThanOrEqual(107);
  rmSync(folder, { recursive: true });
});

test('a folder that others can enter is refused: they could talk to the database', () => {
  chmodSync(runtimeDir, 0o755);
  expect(() => prepareRuntimeFolder(dataDir)).toThrow(`${runtimeDir} must be a folder of this account`);
});

test('a link laid in its place by somebody else is refused', () => {
  rmSync(runtimeDir, { recursive: true });
  symlinkSync(dataDir, runtimeDir);
  expect(() => prepareRuntimeFolder(dataDir)).toThrow(`${runtimeDir} must be a folder of this account`);
});
