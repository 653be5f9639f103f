import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askPause } from '../pausing/ask-pause.ts';
import { prepareRuntimeFolder } from '../runtime-folder.ts';
import { holdOffice } from '../safekeeping/hold-office.ts';
import { type RunningProcess, startProcess } from '../supervise/start-process.ts';
import type { OfficeOptions } from './options.ts';
import { type Office, startOffice } from './start-office.ts';

let folder: string;
let distDir: string;
let options: OfficeOptions;
let said: string[];
let offices: Office[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'congso-office-'));
  distDir = folder;
  options = {
    demo: false,
    dataDir: join(folder, 'data'),
    host: '127.0.0.1',
    port: await freePort(),
    smtpPort: await freePort(),
  };
  said = [];
  offices = [];
  for (const name of ['server', 'workers', 'mail-gateway']) place(name, SERVING);
  place('founding', `console.log(JSON.stringify({ token: 'first-token' }));`);
  place('demo', FILLING);
});

afterEach(async () => {
  for (const office of offices) await office.stop();
  rmSync(folder, { recursive: true, force: true });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Puts a program in the place of one of the office's processes. */
function place(name: string, program: string): void {
  writeFileSync(join(distDir, `${name}.mjs`), `const name = ${JSON.stringify(name)};\n${program}`);
}

/** Stands for a process that serves: notes its environment and its order of starting and stopping. */
const SERVING = `
  import { appendFileSync, writeFileSync } from 'node:fs';
  const { DATA_DIR } = process.env;
  const note = (what) => appendFileSync(DATA_DIR + '/order.txt', what + ' ' + name + '\\n');
  writeFileSync(DATA_DIR + '/' + name + '.json', JSON.stringify({ pid: process.pid, env: process.env }));
  note('start');
  process.on('SIGTERM', () => { note('stop'); process.exit(0); });
  process.on('message', () => process.send('well'));
  console.log(JSON.stringify({ ready: true }));
  setInterval(() => {}, 1000);`;

/** Stands for the process that fills the demonstration office. */
const FILLING = `
  import { appendFileSync, writeFileSync } from 'node:fs';
  const { DATA_DIR } = process.env;
  appendFileSync(DATA_DIR + '/filled.txt', 'once\\n');
  console.log('60 people');
  const account = (login, role) => ({ login, password: 'p-' + login, name: 'Ngô Thị Lan', role, unit: 'Văn phòng' });
  const accounts = [account('lan', 'clerk'), account('hoa', 'officer'), account('minh', 'officer')];
  writeFileSync(DATA_DIR + '/demo-accounts.json', JSON.stringify(accounts));`;

function open(changes: Partial<OfficeOptions> = {}, env: NodeJS.ProcessEnv = {}): Office {
  const environment = { PATH: process.env.PATH, ...env };
  const office = startOffice({ ...options, ...changes }, distDir, environment, (line) => void said.push(line));
  offices.push(office);
  return office;
}

const read = (name: string) => readFileSync(join(options.dataDir, name), 'utf8');
const noted = (name: string) => JSON.parse(read(`${name}.json`)) as { pid: number; env: Record<string, string> };

test('files kept on another disk are there for the office, for a backup while it runs, and for one when it is stopped', async () => {
  const env = { BLOB_DIR: join(folder, 'large-disk') };
  const holding = { task: 'backup', dataDir: options.dataDir, isStopped: false, folder: '' } as const;
  const whereIsIt = async () => {
    const { blobDir, release } = await holdOffice(holding, env, () => {});
    await release();
    return blobDir;
  };
  const office = open({}, env);
  await office.opened;
  expect(noted('server').env.BLOB_DIR).toBe(env.BLOB_DIR);
  expect(await whereIsIt()).toBe(env.BLOB_DIR);
  await office.stop();
  expect(await whereIsIt()).toBe(env.BLOB_DIR);
});

test('the processes start one after the other, know where everything is, and stop in the reverse order', async () => {
  const office = open({}, { DNS_SERVERS: '127.0.0.1:5300' });
  await office.opened;
  const { env } = noted('server');
  expect(env).toMatchObject({
    NODE_ENV: 'production',
    DATA_DIR: options.dataDir,
    BLOB_DIR: join(options.dataDir, 'blobs'),
    TLS_DIR: join(options.dataDir, 'tls'),
    WEB_DIR: join(distDir, 'web'),
    HOST: '127.0.0.1',
    PORT: String(options.port),
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(options.smtpPort),
    LOG_LEVEL: 'info',
    DNS_SERVERS: '127.0.0.1:5300',
  });
  const connection = await mongoose.createConnection(env.MONGODB_URL as string).asPromise();
  expect(connection.name).toBe('congso');
  await connection.collection('rows').insertOne({});
  await connection.close();
  const redis = new Redis(env.REDIS_URL as string);
  expect(await redis.ping()).toBe('PONG');
  await redis.quit();

  await office.stop();
  expect(read('order.txt').trim().split('\n')).toEqual([
    ...['start server', 'start workers', 'start mail-gateway'],
    ...['stop mail-gateway', 'stop workers', 'stop server'],
  ]);
  expect(existsSync(join(options.dataDir, 'office.pid'))).toBe(false);
});

test('an office that is not founded yet says the address that founds it, and keeps the token out of its logs', async () => {
  await open().opened;
  expect(said.join('\n')).toContain(`http://127.0.0.1:${options.port}/founding#first-token`);
  expect(read('logs/prepare.log')).not.toContain('first-token');
});

test('a founded office says no founding address', async () => {
  place('founding', `console.log(JSON.stringify({ founded: true }));`);
  await open().opened;
  expect(said.join('\n')).toContain(`http://127.0.0.1:${options.port}/`);
  expect(said.join('\n')).not.toContain('founding#');
});

test('the demonstration office is filled once, and one account of each role is shown at every start', async () => {
  place('founding', `console.log(JSON.stringify({ founded: true }));`);
  const first = open({ demo: true });
  await first.opened;
  await first.stop();
  said = [];
  await open({ demo: true }).opened;
  expect(read('filled.txt')).toBe('once\n');
  const shown = said.join('\n');
  expect(shown).toMatch(/lan +p-lan +clerk +Ngô Thị Lan, Văn phòng/);
  expect(shown).toContain('p-hoa');
  expect(shown).not.toContain('p-minh');
});

test('a process that is killed with -9 is started again while the office stays open', async () => {
  await open().opened;
  const { pid } = noted('workers');
  process.kill(pid, 'SIGKILL');
  await vi.waitUntil(() => said.includes('workers is back.'), { timeout: 10_000 });
  expect(noted('workers').pid).not.toBe(pid);
  expect(said).toContain('workers ended with SIGKILL; starting it again in 0.25 s.');
});

test('a port in use is one sentence that names the port and the option, and nothing is started', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(options.smtpPort, '127.0.0.1', resolve));
  await expect(open().opened).rejects.toThrow(
    `Port ${options.smtpPort} on 127.0.0.1 is in use; stop what uses it or choose another with --smtp-port.`,
  );
  expect(existsSync(join(options.dataDir, 'mongo'))).toBe(false);
  await new Promise((resolve) => other.close(resolve));
});

test('a second office on the same data folder is refused, and the first stays open', async () => {
  await open().opened;
  await expect(open({ port: await freePort(), smtpPort: await freePort() }).opened).rejects.toThrow(
    /^An office is already running on .* \(process \d+\)\.$/,
  );
  const connection = await mongoose.createConnection(noted('server').env.MONGODB_URL as string).asPromise();
  await connection.close();
});

test('a process that cannot start is one sentence with its own reason and the place of its log', async () => {
  place('workers', `console.log(JSON.stringify({ level: 60, msg: 'The clock is wrong.' })); throw new Error;`);
  await expect(open().opened).rejects.toThrow(
    `workers did not start: The clock is wrong. (see ${join(options.dataDir, 'logs/workers.log')})`,
  );
});

test('a Redis that cannot read what it kept begins anew, and the office says so and opens', async () => {
  const kept = join(options.dataDir, 'redis', 'appendonlydir');
  mkdirSync(kept, { recursive: true });
  writeFileSync(join(kept, 'appendonly.aof.manifest'), 'file appendonly.aof.1.incr.aof seq 1 type i\n');
  writeFileSync(join(kept, 'appendonly.aof.1.incr.aof'), '*3\r\n$3\r\nSET\r\nthis is no command at all\r\n');
  await open().opened;
  expect(said.join('\n')).toContain(`Redis could not read ${join(options.dataDir, 'redis')}`);
  expect(existsSync(join(options.dataDir, 'redis.damaged', 'appendonlydir'))).toBe(true);
});

/** Stands for a server that reads the letters before it serves, and fails with whatever the driver says. */
const READING = `
  import { createRequire } from 'node:module';
  const mongoose = createRequire(process.env.REQUIRE_FROM)('mongoose');
  const db = await mongoose.createConnection(process.env.MONGODB_URL, { serverSelectionTimeoutMS: 1000 }).asPromise();
  await db.collection('letters').find().toArray();`;

test('a damaged collection is told by its file and what to do, not as the lost line of the process that read it', async () => {
  let office = open();
  await office.opened;
  const db = await mongoose.createConnection(noted('server').env.MONGODB_URL as string).asPromise();
  const letters = Array.from({ length: 2_000 }, (_, n) => ({ subject: `Công văn ${n} ${'x'.repeat(200)}` }));
  await db.collection('letters').insertMany(letters);
  await db.close();
  await office.stop();
  const folderOfFiles = join(options.dataDir, 'mongo');
  const files = readdirSync(folderOfFiles).filter((name) => name.startsWith('collection-'));
  const sized = files.map((name) => ({
    path: join(folderOfFiles, name),
    size: statSync(join(folderOfFiles, name)).size,
  }));
  const { path, size } = sized.sort((a, b) => b.size - a.size)[0] as { path: string; size: number };
  writeFileSync(path, Buffer.concat([readFileSync(path).subarray(0, 8_192), Buffer.alloc(size - 8_192, 7)]));

  place('server', READING);
  office = open({}, { REQUIRE_FROM: fileURLToPath(import.meta.url) });
  await expect(office.opened).rejects.toThrow(`The database's file ${path} (letters) is damaged`);
});

test('a failed filling is one sentence, and the next start fills again', async () => {
  place('demo', `console.error('Error: no people'); process.exit(1);`);
  const failed = open({ demo: true });
  await expect(failed.opened).rejects.toThrow('demo failed: Error: no people');
  await failed.stop();
  place('demo', FILLING);
  await open({ demo: true }).opened;
  expect(read('filled.txt')).toBe('once\n');
});

test('a filling that was cut off is taken up by the next start, also by one that does not ask for it', async () => {
  place(
    'demo',
    `import { writeFileSync } from 'node:fs'; writeFileSync(process.env.DATA_DIR + '/demo-begun.json', '{}'); process.exit(1);`,
  );
  const failed = open({ demo: true });
  await expect(failed.opened).rejects.toThrow('demo failed');
  await failed.stop();
  place('demo', FILLING);
  await open().opened;
  expect(read('filled.txt')).toBe('once\n');
  expect(said).toContain(
    `Sign in with one of these (all of them are in ${join(options.dataDir, 'demo-accounts.json')}):`,
  );
});

test('the port for mail is looked at where mail is taken, and a gateway that cannot start says why', async () => {
  const refusal = async (env: NodeJS.ProcessEnv = {}) => {
    const office = open({}, env);
    const error = await office.opened.catch((reason: Error) => reason.message);
    await office.stop();
    return error;
  };
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(options.smtpPort, '127.0.0.2', resolve));
  expect(await refusal({ SMTP_HOST: '127.0.0.2' })).toBe(
    `Port ${options.smtpPort} on 127.0.0.2 is in use; stop what uses it or choose another with --smtp-port.`,
  );
  await new Promise((resolve) => other.close(resolve));
  expect(await refusal({ SMTP_HOST: '203.0.113.1' })).toContain('choose another SMTP_HOST.');

  const line = { level: 60, msg: 'cannot listen', err: { type: 'Error', message: 'listen EACCES' } };
  place('mail-gateway', `console.error(${JSON.stringify(JSON.stringify(line))}); process.exit(1);`);
  expect(await refusal()).toContain('mail-gateway did not start: cannot listen: listen EACCES (see');
});

test('with servers of its own an office starts no engine and no Redis', async () => {
  await open({}, { MONGODB_URL: 'mongodb://db.example/congso', REDIS_URL: 'redis://queue.example' }).opened;
  expect(noted('server').env).toMatchObject({
    MONGODB_URL: 'mongodb://db.example/congso',
    REDIS_URL: 'redis://queue.example',
  });
  expect(existsSync(join(options.dataDir, 'mongo'))).toBe(false);
  expect(existsSync(join(options.dataDir, 'redis'))).toBe(false);
});

test('an office told to stop while it opens ends what it had started', async () => {
  place(
    'server',
    `process.on('SIGTERM', () => process.exit(0)); console.log('thinking'); setInterval(() => {}, 1000);`,
  );
  const office = open();
  await vi.waitUntil(() => said.includes('Starting server ...'), { timeout: 10_000 });
  await Promise.all([office.stop(), expect(office.opened).rejects.toThrow('server did not start')]);
  expect(existsSync(join(options.dataDir, 'office.pid'))).toBe(false);
});

/** Runs the office's own program, as bin/start does but on the stand-ins, and waits until it is open. */
function startProgram(): Promise<RunningProcess> {
  const program = join(folder, 'office.mts');
  const office = JSON.stringify(new URL('./start-office.ts', import.meta.url).href);
  writeFileSync(
    program,
    `import { startOffice } from ${office};
     const office = startOffice(${JSON.stringify(options)}, ${JSON.stringify(distDir)}, process.env, () => {});
     await office.opened;
     console.log('open');`,
  );
  const args = ['--import', import.meta.resolve('tsx'), program];
  const isReady = (line: string) => line === 'open';
  return startProcess({
    name: 'office',
    command: process.execPath,
    args,
    isReady,
    readyTimeoutMs: 20_000,
    stopTimeoutMs: 5_000,
  });
}

test('an office that was itself killed with -9 leaves nothing behind that keeps the next one from opening', async () => {
  const killed = await startProgram();
  const { pid } = noted('server');
  expect(await killed.kill9()).toEqual({ code: null, signal: 'SIGKILL' });
  await open().opened;
  expect(noted('server').pid).not.toBe(pid);
});

/** A process of its own that asks the office to pause, and keeps it paused until it ends. */
function startAsker(): Promise<RunningProcess> {
  const program = join(folder, 'asker.mts');
  const ask = JSON.stringify(new URL('../pausing/ask-pause.ts', import.meta.url).href);
  writeFileSync(
    program,
    `import { askPause } from ${ask};
     const pause = await askPause(${JSON.stringify(prepareRuntimeFolder(options.dataDir))});
     console.log(JSON.stringify(pause));`,
  );
  return startProcess({
    name: 'asker',
    command: process.execPath,
    args: ['--import', import.meta.resolve('tsx'), program],
    isReady: (line) => line.includes('mongoUrl'),
    readyTimeoutMs: 20_000,
    stopTimeoutMs: 5_000,
  });
}

const ORDER_OF_A_PAUSE = [
  ...['start server', 'start workers', 'start mail-gateway'],
  ...['stop mail-gateway', 'stop workers', 'stop server'],
];

test('an office that is asked to pause ends whatever writes, keeps its stores, and begins again when the asker was killed', async () => {
  await open().opened;
  const { env } = noted('server');
  const asker = await startAsker();
  expect(read('order.txt').trim().split('\n')).toEqual(ORDER_OF_A_PAUSE);
  const connection = await mongoose.createConnection(env.MONGODB_URL as string).asPromise();
  expect(await connection.collection('rows').countDocuments()).toBe(0);
  await connection.close();

  await asker.kill9();
  for (const name of ['server', 'workers', 'mail-gateway'])
    await vi.waitUntil(() => said.includes(`${name} is back.`), { timeout: 10_000 });
});

test('a second asker is refused while the first one has the office paused', async () => {
  await open().opened;
  const runtimeDir = prepareRuntimeFolder(options.dataDir);
  const pause = await askPause(runtimeDir);
  await expect(askPause(runtimeDir)).rejects.toThrow('A backup of this office is already under way.');
  pause?.resume();
  await vi.waitUntil(() => said.includes('server is back.'), { timeout: 10_000 });
});

test('a paused office can be closed, and stays closed; whoever asked for the pause is told', async () => {
  const office = open();
  await office.opened;
  const pause = await askPause(prepareRuntimeFolder(options.dataDir));
  await office.stop();
  await pause?.lost;
  pause?.resume();
  expect(read('order.txt').trim().split('\n')).toEqual(ORDER_OF_A_PAUSE);
  expect(existsSync(join(options.dataDir, 'office.pid'))).toBe(false);
  expect(await askPause(prepareRuntimeFolder(options.dataDir))).toBe(null);
});
