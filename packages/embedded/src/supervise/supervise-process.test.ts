import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isReadyLine } from './ready-line.ts';
import { NotStarted, type ProcessSpec } from './start-process.ts';
import { type SupervisedProcess, type SupervisionEvent, superviseProcess } from './supervise-process.ts';

const READY = `console.log(JSON.stringify({ ready: true }));`;
const STAY = 'setInterval(() => {}, 1000);';

let folder: string;
let supervised: SupervisedProcess | undefined;
let events: SupervisionEvent[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'congso-supervise-'));
  events = [];
});

afterEach(async () => {
  await supervised?.stop();
  supervised = undefined;
  rmSync(folder, { recursive: true, force: true });
});

/** A process that runs this program text. */
function running(program: string): ProcessSpec {
  const path = join(folder, 'program.mjs');
  writeFileSync(path, program);
  const args = [path, folder];
  return {
    name: 'it',
    command: process.execPath,
    args,
    isReady: isReadyLine,
    readyTimeoutMs: 10_000,
    stopTimeoutMs: 10_000,
  };
}

const note = (event: SupervisionEvent) => void events.push(event);
const isAlive = (pid: number) => existsSync(`/proc/${pid}`);
const waits = () => events.flatMap((event) => (event.kind === 'died' ? [event.againInMs] : []));

test('a process that is killed with -9 is started again', async () => {
  supervised = await superviseProcess(running(READY + STAY), note, {
    backOff: { firstMs: 5, mostMs: 20, stableMs: 60_000 },
  });
  const first = supervised.pid() as number;
  process.kill(first, 'SIGKILL');
  await vi.waitUntil(() => events.some((event) => event.kind === 'back'));
  expect(events[0]).toEqual({ kind: 'died', name: 'it', reason: 'ended with SIGKILL', meaning: null, againInMs: 5 });
  expect(supervised.pid()).not.toBe(first);
  expect(isAlive(supervised.pid() as number)).toBe(true);
});

test('a process that dies again and again is waited for twice as long each time, up to a limit', async () => {
  supervised = await superviseProcess(running(`${READY} setTimeout(() => process.exit(3), 5);`), note, {
    backOff: { firstMs: 2, mostMs: 8, stableMs: 60_000 },
  });
  await vi.waitUntil(() => waits().length >= 5, { timeout: 10_000 });
  expect(waits().slice(0, 5)).toEqual([2, 4, 8, 8, 8]);
});

test('a process that had served long enough is waited for shortly again', async () => {
  supervised = await superviseProcess(running(`${READY} setTimeout(() => process.exit(3), 5);`), note, {
    backOff: { firstMs: 2, mostMs: 8, stableMs: 0 },
  });
  await vi.waitUntil(() => waits().length >= 3, { timeout: 10_000 });
  expect(waits().slice(0, 3)).toEqual([2, 2, 2]);
});

test('a process that cannot come up again is tried until it can', async () => {
  const program = `
    import { existsSync, writeFileSync } from 'node:fs';
    const broken = process.argv[2] + '/broken';
    if (existsSync(broken)) process.exit(7);
    ${READY} ${STAY}`;
  supervised = await superviseProcess(running(program), note, { backOff: { firstMs: 2, mostMs: 8, stableMs: 60_000 } });
  writeFileSync(join(folder, 'broken'), '');
  process.kill(supervised.pid() as number, 'SIGKILL');
  await vi.waitUntil(() => waits().length >= 3, { timeout: 10_000 });
  expect(events[1]).toMatchObject({ kind: 'died', reason: 'it did not start: ended with code 7' });
  rmSync(join(folder, 'broken'));
  await vi.waitUntil(() => events.some((event) => event.kind === 'back'), { timeout: 10_000 });
});

test('a process that does not come up the first time is a failure with its last words, not an endless retry', async () => {
  const program = `console.error('the port is taken'); process.exit(1);`;
  const failure = await superviseProcess(running(program), note).then(
    () => null,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(NotStarted);
  expect((failure as NotStarted).message).toBe('it did not start: ended with code 1');
  expect((failure as NotStarted).lastLines).toEqual(['the port is taken']);
  expect(events).toEqual([]);
});

test('a process that says nothing in time is ended and is a failure', async () => {
  const spec = { ...running(STAY), readyTimeoutMs: 100 };
  await expect(superviseProcess(spec, note)).rejects.toThrow('it did not start: silent for 100 ms');
});

test('stopping asks the process to stop, waits for it, and does not start it again', async () => {
  const program = `
    import { writeFileSync } from 'node:fs';
    process.on('SIGTERM', () => { writeFileSync(process.argv[2] + '/tidied', ''); process.exit(0); });
    ${READY} ${STAY}`;
  supervised = await superviseProcess(running(program), note);
  const pid = supervised.pid() as number;
  await supervised.stop();
  expect(isAlive(pid)).toBe(false);
  expect(existsSync(join(folder, 'tidied'))).toBe(true);
  expect(events).toEqual([]);
});

test('a process that will not stop is killed when its time is up', async () => {
  const spec = { ...running(`process.on('SIGTERM', () => {}); ${READY} ${STAY}`), stopTimeoutMs: 50 };
  supervised = await superviseProcess(spec, note);
  const pid = supervised.pid() as number;
  await supervised.stop();
  expect(isAlive(pid)).toBe(false);
});

test('a stop during the wait before the next start does not wait it out', async () => {
  supervised = await superviseProcess(running(READY + STAY), note, {
    backOff: { firstMs: 600_000, mostMs: 600_000, stableMs: 60_000 },
  });
  process.kill(supervised.pid() as number, 'SIGKILL');
  await vi.waitUntil(() => waits().length === 1);
  await supervised.stop();
  expect(supervised.pid()).toBeNull();
});

test('a child does not outlive the process that started it, even one killed with -9', async () => {
  const pidFile = join(folder, 'child.pid');
  writeFileSync(join(folder, 'child.mjs'), `${READY} ${STAY}`);
  const parent = `
    import { writeFileSync } from 'node:fs';
    import { startProcess } from ${JSON.stringify(new URL('./start-process.ts', import.meta.url).href)};
    const child = await startProcess({
      name: 'child', command: process.execPath, args: [process.argv[2] + '/child.mjs'],
      isReady: (line) => line.includes('ready'), readyTimeoutMs: 10000, stopTimeoutMs: 1000,
    });
    writeFileSync(${JSON.stringify(pidFile)}, String(child.pid));
    ${READY} ${STAY}`;
  const spec = running(parent);
  supervised = await superviseProcess({ ...spec, args: ['--import', import.meta.resolve('tsx'), ...spec.args] }, note, {
    backOff: { firstMs: 600_000, mostMs: 600_000, stableMs: 60_000 },
  });
  const child = Number(readFileSync(pidFile, 'utf8'));
  expect(isAlive(child)).toBe(true);
  process.kill(supervised.pid() as number, 'SIGKILL');
  await vi.waitUntil(() => !isAlive(child), { timeout: 10_000 });
});

test('a process that hangs is killed and started again; one that answers is left alone', async () => {
  const answer = `process.on('message', () => process.send('well'));`;
  const spec = { ...running(`${answer} ${READY} ${STAY}`), health: 'channel' as const };
  supervised = await superviseProcess(spec, note, {
    backOff: { firstMs: 5, mostMs: 20, stableMs: 60_000 },
    check: { everyMs: 50, mostOpen: 10 },
  });
  const first = supervised.pid() as number;
  process.kill(first, 'SIGSTOP');
  await vi.waitUntil(() => events.some((event) => event.kind === 'back'), { timeout: 20_000 });
  expect(events[0]).toMatchObject({ kind: 'died', reason: 'did not answer for 0.5 s and was killed' });
  expect(isAlive(first)).toBe(false);
  expect(events.filter((event) => event.kind === 'died')).toHaveLength(1);
});

test('why a process died is told with its death, also when it does not come up again', async () => {
  const ends: unknown[] = [];
  const spec: ProcessSpec = {
    ...running(`
      import { existsSync, writeFileSync } from 'node:fs';
      const seen = process.argv[2] + '/seen';
      if (existsSync(seen)) process.exit(7);
      writeFileSync(seen, '');
      ${READY} setTimeout(() => process.exit(3), 5);`),
    onDeath: async (end) => {
      ends.push(end);
      return 'the disk is full';
    },
  };
  supervised = await superviseProcess(spec, note, { backOff: { firstMs: 2, mostMs: 8, stableMs: 60_000 } });
  await vi.waitUntil(() => events.length >= 2, { timeout: 10_000 });
  expect(ends.slice(0, 2)).toEqual([{ code: 3, signal: null }, null]);
  expect(events.slice(0, 2)).toMatchObject([
    { reason: 'ended with code 3', meaning: 'the disk is full' },
    { reason: 'it did not start: ended with code 7', meaning: 'the disk is full' },
  ]);
});
