import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openProcessLog, type ProcessLog } from './process-log.ts';

const LARGE = 'x'.repeat(17 * 1024 * 1024);

let folder: string;
let path: string;
let log: ProcessLog;
let troubles: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'congso-log-'));
  path = join(folder, 'server.log');
  troubles = [];
});
afterEach(() => {
  log.close();
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

const open = () => {
  log = openProcessLog(path, (sentence) => void troubles.push(sentence));
};
const holds = (file: string, text: string) =>
  vi.waitUntil(() => existsSync(file) && readFileSync(file, 'utf8') === text, { timeout: 10_000 });

test('a log that has grown large is set aside, and its process goes on in a new one', async () => {
  open();
  log.write(LARGE);
  await holds(path, `${LARGE}\n`);
  log.write('after');
  await holds(path, 'after\n');
  await holds(`${path}.old`, `${LARGE}\n`);
});

test('a large log that the operator has removed is no reason for the office to end', async () => {
  open();
  log.write(LARGE);
  await holds(path, `${LARGE}\n`);
  rmSync(path);
  log.write('after');
  await holds(path, 'after\n');
  expect(troubles).toEqual([]);
});

test('a disk that was full is told once, and a minute later the log is written again', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  symlinkSync('/dev/full', path);
  open();
  log.write('lost');
  await vi.waitUntil(() => troubles.length > 0, { timeout: 10_000 });
  log.write('lost too');
  rmSync(path);
  writeFileSync(path, '');
  log.write('too soon');
  vi.setSystemTime(Date.now() + 60_000);
  log.write('heard');
  await holds(path, 'heard\n');
  expect(troubles).toEqual([expect.stringContaining('ENOSPC')]);
});
