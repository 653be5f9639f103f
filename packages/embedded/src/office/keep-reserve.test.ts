import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { expect, test, vi } from 'vitest';
import { freeBytes } from '../disk-room.ts';
import { engineFolder, engineProcess, engineUrl } from '../engine/engine-process.ts';
import { prepareRuntimeFolder } from '../runtime-folder.ts';
import { startProcess } from '../supervise/start-process.ts';
import { keepReserve } from './keep-reserve.ts';

const MB = 1024 * 1024;

// Only root can make a small disk to fill.
test.runIf(process.getuid?.() === 0)(
  'a disk that others fill to the last byte keeps room for the database, which goes on reading and starts again',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'congso-reserve-'));
    const dataDir = join(folder, 'disk');
    mkdirSync(dataDir);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=800m', 'tmpfs', dataDir]);
    const runtimeDir = prepareRuntimeFolder(dataDir);
    const said: string[] = [];
    const endWatch = keepReserve(dataDir, (line) => void said.push(line));
    const reserve = join(dataDir, 'reserve');
    const start = () => startProcess(engineProcess(engineFolder(dataDir), runtimeDir));
    let engine = await start();
    const find = async () => {
      const db = await mongoose.createConnection(engineUrl(runtimeDir, 'office')).asPromise();
      const row = await db.collection<{ _id: number }>('rows').findOne({ _id: 1 });
      await db.close();
      return row;
    };
    try {
      const db = await mongoose.createConnection(engineUrl(runtimeDir, 'office')).asPromise();
      await db.collection<{ _id: number }>('rows').insertOne({ _id: 1 });
      await db.close();
      await vi.waitUntil(() => existsSync(reserve) && statSync(reserve).size === 96 * MB, { timeout: 20_000 });
      expect(() => writeFileSync(join(dataDir, 'others'), Buffer.alloc(900 * MB))).toThrow('ENOSPC');
      await vi.waitUntil(() => !existsSync(reserve), { timeout: 20_000 });
      expect(freeBytes(dataDir)).toBeGreaterThan(90 * MB);
      expect(said).toEqual([expect.stringContaining('is full: people can read')]);
      await engine.kill9();
      engine = await start();
      expect(await find()).toEqual({ _id: 1 });
      rmSync(join(dataDir, 'others'));
      await vi.waitUntil(() => existsSync(reserve) && statSync(reserve).size === 96 * MB, { timeout: 20_000 });
    } finally {
      endWatch();
      await engine.stop();
      execFileSync('umount', [dataDir]);
      rmSync(folder, { recursive: true, force: true });
      rmSync(runtimeDir, { recursive: true, force: true });
    }
  },
);
