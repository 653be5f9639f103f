import {
  closeSync,
  cpSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareRuntimeFolder } from '../runtime-folder.ts';
import { NotStarted, type RunningProcess, startProcess } from '../supervise/start-process.ts';
import { engineProcess, engineUrl } from './engine-process.ts';
import { explainEngineDeath, explainEngineFailure } from './explain-engine-failure.ts';

type RunningEngine = RunningProcess & { url: string };

let dataDir: string;
let engine: RunningEngine | undefined;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'congso-engine-'));
});

afterEach(async () => {
  await engine?.stop();
  engine = undefined;
  rmSync(prepareRuntimeFolder(dataDir), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
});

async function startEngine(folder = dataDir): Promise<RunningEngine> {
  const runtimeDir = prepareRuntimeFolder(folder);
  const running = await startProcess(engineProcess(folder, runtimeDir));
  return { ...running, url: engineUrl(runtimeDir, 'office') };
}

/** What the operator is told about an engine that does not open. */
const refusal = () =>
  startEngine().then(
    () => null,
    (error: unknown) => (error instanceof NotStarted ? explainEngineFailure(error, dataDir) : error),
  );

/** Four writers at once; the engine is killed in the middle of it. Resolves with the ids whose writes were acknowledged. */
async function insertUntilKilled(running: RunningEngine, firstId: number): Promise<number[]> {
  const connection = await mongoose.createConnection(running.url).asPromise();
  const rows = connection.collection<{ _id: number }>('rows');
  const acknowledged: number[] = [];
  let next = firstId;
  const writer = async () => {
    for (;;) {
      const id = next++;
      await rows.insertOne({ _id: id });
      acknowledged.push(id);
      if (acknowledged.length === 200) void running.kill9();
    }
  };
  await Promise.allSettled([writer(), writer(), writer(), writer()]);
  await connection.close(true);
  return acknowledged;
}

test('what was acknowledged is still there after the engine was killed with -9 under load, again and again', {
  timeout: 60_000,
}, async () => {
  const acknowledged: number[] = [];
  for (let round = 0; round < 4; round++) {
    engine = await startEngine();
    acknowledged.push(...(await insertUntilKilled(engine, round * 10_000)));
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(800);

  engine = await startEngine();
  const connection = await mongoose.createConnection(engine.url).asPromise();
  const kept = new Set(await connection.collection<{ _id: number }>('rows').distinct('_id'));
  await connection.close();
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
});

test('finds nothing among many, by whichever index, and says so instead of failing', async () => {
  engine = await startEngine();
  const connection = await mongoose.createConnection(engine.url).asPromise();
  const rows = connection.collection<{ _id: number; desk: string; state: string; holder: string }>('rows');
  await Promise.all([rows.createIndex({ desk: 1 }), rows.createIndex({ state: 1 })]);
  await rows.insertMany(
    Array.from({ length: 20_000 }, (_, _id) => ({ _id, desk: 'registry', state: 'done', holder: 'somebody' })),
  );
  expect(await rows.find({ desk: 'registry', state: 'done', holder: 'nobody' }).toArray()).toEqual([]);
  await connection.close();
});

test('a client finds the engine again at the same address after it was killed and started anew', async () => {
  engine = await startEngine();
  const url = engine.url;
  const connection = await mongoose.createConnection(url).asPromise();
  await connection.collection('rows').insertOne({ name: 'before' });
  await engine.kill9();

  engine = await startEngine();
  expect(engine.url).toBe(url);
  // A connection of the pool may still be the dead one: the driver retries reads by itself.
  expect(await connection.collection('rows').countDocuments()).toBe(1);
  await connection.close();
});

test('the socket folder of a killed engine is swept by the next one', async () => {
  const runtimeDir = prepareRuntimeFolder(dataDir);
  const socketFolders = () => readdirSync(runtimeDir).filter((name) => name.startsWith('embedded-mongodb-'));
  engine = await startEngine();
  const [killed] = socketFolders();
  await engine.kill9();
  expect(socketFolders()).toEqual([killed]);

  engine = await startEngine();
  expect(socketFolders()).toHaveLength(1);
  expect(socketFolders()).not.toContain(killed);
});

test('a second engine on the same folder is refused in one sentence, and the first goes on', async () => {
  engine = await startEngine();
  expect(await refusal()).toBe(`The database in ${dataDir} is already running in another process.`);
  const connection = await mongoose.createConnection(engine.url).asPromise();
  await connection.collection('rows').insertOne({});
  await connection.close();
});

test('a damaged folder is one sentence that names the folder', async () => {
  engine = await startEngine();
  await engine.stop();
  writeFileSync(join(dataDir, 'WiredTiger.turtle'), Buffer.alloc(4096, 0xa5));
  expect(await refusal()).toContain(`${dataDir} cannot be opened and may be damaged`);
});

test('an engine stopped in order leaves a folder that a copy can be opened from', async () => {
  engine = await startEngine();
  const connection = await mongoose.createConnection(engine.url).asPromise();
  await connection.collection('rows').insertOne({ name: 'kept' });
  await connection.close();
  expect(await engine.stop()).toEqual({ code: 0, signal: null });

  const copy = `${dataDir}-copy`;
  cpSync(dataDir, copy, { recursive: true });
  engine = await startEngine(copy);
  const again = await mongoose.createConnection(engine.url).asPromise();
  expect(await again.collection('rows').countDocuments()).toBe(1);
  await again.close();
  await engine.stop();
  rmSync(prepareRuntimeFolder(copy), { recursive: true, force: true });
  rmSync(copy, { recursive: true, force: true });
});

test.each([
  ['a collection', 'collection-', '(letters)'],
  ['an index', 'index-', '(letters)'],
])('a damaged file of %s is named, though the engine aborts on it without a word', async (_what, kind, named) => {
  engine = await startEngine();
  const connection = await mongoose.createConnection(engine.url).asPromise();
  const rows = Array.from({ length: 2_000 }, (_, n) => ({ subject: `Công văn ${n} ${'x'.repeat(200)}` }));
  await connection.collection('letters').insertMany(rows);
  await connection.collection('people').insertOne({ name: 'An' });
  await connection.close();
  await engine.stop();
  const files = readdirSync(dataDir).filter((name) => name.startsWith(kind));
  const sizes = files.map((name) => ({ name, size: statSync(join(dataDir, name)).size }));
  const largest = sizes.sort((a, b) => b.size - a.size)[0]?.name as string;
  const runtimeDir = prepareRuntimeFolder(dataDir);
  const { signal } = new AbortController();
  expect(await explainEngineDeath({ code: null, signal: 'SIGABRT' }, dataDir, runtimeDir, signal)).toBeNull();

  const file = openSync(join(dataDir, largest), 'r+');
  for (let at = 8_192; at < (sizes[0]?.size ?? 0); at += 4_096) writeSync(file, Buffer.alloc(512, 7), 0, 512, at);
  closeSync(file);
  const sentence = await explainEngineDeath({ code: null, signal: 'SIGABRT' }, dataDir, runtimeDir, signal);
  expect(sentence).toContain(`The database's file ${join(dataDir, largest)} ${named} is damaged`);
});

test('an engine answers whether it still works, and is silent when it is stopped in its tracks', async () => {
  engine = await startEngine();
  await engine.askHealth?.();
  process.kill(engine.pid, 'SIGSTOP');
  let isAnswered = false;
  const asked = engine.askHealth?.().then(() => {
    isAnswered = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(isAnswered).toBe(false);
  process.kill(engine.pid, 'SIGCONT');
  await asked;
  expect(isAnswered).toBe(true);
});
