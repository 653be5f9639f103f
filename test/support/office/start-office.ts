import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '@congso/domain/office/clock';
import { type OpenOffice, openOffice } from '@congso/domain/open-office';
import { people } from '@congso/domain/people/person-model';
import { hashPassword } from '@congso/domain/sessions/passwords';
import type { RunningProcess } from '@congso/embedded/supervise/start-process';
import { pino } from 'pino';
import { buildOffice } from '../people/build-office.ts';
import { buildRelease } from '../processes/build-release.ts';
import { clockAhead } from '../processes/clock-ahead.ts';
import { type ProcessName, startBuilt } from '../processes/start-built.ts';
import { startEngine, startRedis } from '../processes/start-stores.ts';
import { TEST_DAY } from '../test-office.ts';

/** What everybody of `buildOffice` signs in with here. */
export const PASSWORD = 'mot-mat-khau-dai';

/** One of the processes of an office; servers are numbered from 0. */
export type OfficePart = 'engine' | 'redis' | 'workers' | 'mail-gateway' | `server-${number}`;

/** The office as it runs: each part a process of its own, on a folder of its own. */
export type OfficeOfProcesses = {
  /** The addresses of its servers; the same after a restart. */
  readonly urls: readonly string[];
  smtpPort(): number;
  /** The process of a part that runs, to look at it from outside. */
  pidOf(part: OfficePart): number;
  /** The same stores opened in the test, to put things there and to see what became of them. Not for commands. */
  readonly inside: OpenOffice;
  readonly blobFolder: string;
  /** Kills a part where it stands; settles when it is dead. */
  kill9(part: OfficePart): Promise<void>;
  /** Makes a part hang: it is there and does nothing (SIGSTOP), until it is woken. */
  freeze(part: OfficePart): void;
  thaw(part: OfficePart): void;
  /** Starts a part that is down, or one that the office did not have yet; settles when it serves. */
  start(part: OfficePart): Promise<void>;
  /** Ends a part as an operator does. */
  stop(part: OfficePart): Promise<void>;
  /** What o'clock it is for `inside` from now on and for every part that is started from now on. */
  setClock(instant: Date): void;
  /** Parts that ended although nobody ended them: "server-0: code 1". */
  readonly crashes: readonly string[];
  /** Everything the processes said. */
  readonly lines: readonly string[];
  close(): Promise<void>;
};

export type OfficeWanted = {
  readonly servers?: number;
  /** What runs besides the engine, Redis and the servers. */
  readonly parts?: readonly ('workers' | 'mail-gateway')[];
  /** Where blobs lie, when not in the office's own folder. */
  readonly blobFolder?: string;
  /** False: an empty office that nobody has founded yet, instead of the people of `buildOffice`. */
  readonly isFounded?: false;
  /** Further settings for every process. */
  readonly env?: NodeJS.ProcessEnv;
};

/**
 * Starts an office of processes, by default with the people of `buildOffice`, at ten on a working Tuesday, on free ports of
 * loopback. The parts are bound to the test: they end with it.
 */
export async function startOffice(wanted: OfficeWanted = {}): Promise<OfficeOfProcesses> {
  const folder = await mkdtemp(join(tmpdir(), 'congso-office-'));
  const blobFolder = wanted.blobFolder ?? join(folder, 'blobs');
  const running = new Map<OfficePart, RunningProcess>();
  const ports = new Map<OfficePart, number>();
  const crashes: string[] = [];
  const lines: string[] = [];
  let aheadMs = TEST_DAY.getTime() - Date.now();
  const clock: Clock = { now: () => new Date(Date.now() + aheadMs) };
  const urls: string[] = [];

  const keep = (part: OfficePart, process: RunningProcess) => {
    running.set(part, process);
    void process.ended.then(({ code, signal }) => {
      if (running.get(part) !== process) return;
      running.delete(part);
      crashes.push(`${part}: ${signal ?? `code ${code}`}`);
    });
  };
  const find = (part: OfficePart): RunningProcess => {
    const process = running.get(part);
    if (!process) throw new Error(`${part} is not running`);
    return process;
  };
  const take = (part: OfficePart): RunningProcess => {
    const process = find(part);
    running.delete(part);
    return process;
  };

  const engine = await startEngine({ dataDir: join(folder, 'mongo') });
  keep('engine', engine);
  const redis = await startRedis({ dir: join(folder, 'redis') });
  keep('redis', redis);
  const stores = { mongoUrl: engine.mongoUrl('office'), redisUrl: redis.url, redisPrefix: 'office', blobFolder };
  const inside = await openOffice({ ...stores, clock, log: pino({ level: 'silent' }) });
  if (wanted.isFounded !== false) {
    await buildOffice(inside);
    await people.of(inside).updateMany({}, { $set: { passwordHash: await hashPassword(PASSWORD) } });
  }

  const startServing = async (part: OfficePart, name: ProcessName) => {
    const port = String(ports.get(part) ?? 0);
    const env = {
      MONGODB_URL: stores.mongoUrl,
      REDIS_URL: stores.redisUrl,
      REDIS_PREFIX: stores.redisPrefix,
      BLOB_DIR: blobFolder,
      DATA_DIR: folder,
      WEB_DIR: join(await buildRelease(), 'web'),
      TLS_DIR: join(folder, 'tls'),
      LOG_LEVEL: 'warn',
      PORT: port,
      SMTP_PORT: port,
      SMTP_NAME: 'mx.snv.example.vn',
      ...clockAhead(aheadMs),
      ...wanted.env,
    };
    const process = await startBuilt(name, env, { onLine: (line) => void lines.push(`${part}: ${line}`) });
    ports.set(part, process.port);
    keep(part, process);
  };
  const start = async (part: OfficePart) => {
    if (part === 'engine') keep(part, await startEngine({ dataDir: join(folder, 'mongo') }));
    else if (part === 'redis') keep(part, await startRedis({ dir: join(folder, 'redis') }));
    else if (part === 'workers' || part === 'mail-gateway') await startServing(part, part);
    else await startServing(part, 'server');
  };

  for (let index = 0; index < (wanted.servers ?? 1); index += 1) {
    await start(`server-${index}`);
    urls.push(`http://127.0.0.1:${ports.get(`server-${index}`)}`);
  }
  for (const part of wanted.parts ?? []) await start(part);

  return {
    urls,
    smtpPort: () => ports.get('mail-gateway') ?? 0,
    pidOf: (part) => find(part).pid,
    inside,
    blobFolder,
    crashes,
    lines,
    start,
    freeze: (part) => void process.kill(find(part).pid, 'SIGSTOP'),
    thaw: (part) => void process.kill(find(part).pid, 'SIGCONT'),
    kill9: async (part) => void (await take(part).kill9()),
    stop: async (part) => void (await take(part).stop()),
    setClock: (instant) => {
      aheadMs = instant.getTime() - Date.now();
    },
    close: async () => {
      const isStore = (part: OfficePart) => part === 'engine' || part === 'redis';
      const serving = [...running.keys()].filter((part) => !isStore(part));
      await Promise.all(serving.map((part) => take(part).stop()));
      await inside.close();
      await Promise.all([...running.keys()].map((part) => take(part).stop()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
