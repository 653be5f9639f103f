import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGroup } from '@congso/domain/chat/groups/create-group';
import { openOffice } from '@congso/domain/open-office';
import { openSession } from '@congso/domain/sessions/open-session';
import { startProcess } from '@congso/embedded/supervise/start-process';
import { pino } from 'pino';
import { addPerson, buildOffice, callerOf } from '../../support/people/build-office.ts';
import { startEngine, startRedis } from '../../support/processes/start-stores.ts';

/** A server to be loaded: who connects with which token, and how its messages look. */
export type Target = {
  readonly name: string;
  readonly url: string;
  /** One for each member; the echo asks for none. */
  readonly tokens: readonly string[];
  /** The arguments of the event that says a text, without the acknowledgement. */
  say(text: string): [string, ...unknown[]];
  /** What one event tells: numbered texts in order. */
  read(payload: unknown): { seq: number; text: string }[];
  stop(): Promise<void>;
};

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** One server process of the office on a fresh engine and Redis, with a group of so many members. */
export async function startOffice(members: number): Promise<Target> {
  const folder = await mkdtemp(join(tmpdir(), 'congso-load-'));
  const engine = await startEngine({ dataDir: join(folder, 'mongo') });
  const redis = await startRedis({ dir: join(folder, 'redis') });
  const stores = { mongoUrl: engine.mongoUrl('load'), redisUrl: redis.url, blobFolder: join(folder, 'blobs') };
  const { tokens, conversationId } = await fillOffice(stores, members);
  const server = await startServer('server', 'server/src/main.ts', {
    MONGODB_URL: stores.mongoUrl,
    REDIS_URL: stores.redisUrl,
    REDIS_PREFIX: 'load',
    BLOB_DIR: stores.blobFolder,
    PORT: '0',
    LOG_LEVEL: 'warn',
  });
  let sent = 0;
  return {
    name: 'congso',
    url: server.url,
    tokens,
    say: (text) => {
      sent += 1;
      const input = { conversationId, clientId: `client-${sent}`, text };
      return ['request', { name: 'messages.send', input }];
    },
    read: (payload) => (payload as { facts: { seq: number; text: string }[] }).facts,
    stop: async () => {
      await server.stop();
      await Promise.all([engine.stop(), redis.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The bare socket.io echo, in a process of its own as well. */
export async function startEcho(members: number): Promise<Target> {
  const server = await startServer('echo', 'test/load/chat/echo/main.ts', {});
  return {
    name: 'bare socket.io',
    url: server.url,
    tokens: Array.from({ length: members }, () => 'none'),
    say: (text) => ['say', text],
    read: (payload) => [payload as { seq: number; text: string }],
    stop: async () => void (await server.stop()),
  };
}

async function startServer(name: string, main: string, env: NodeJS.ProcessEnv) {
  let port = 0;
  const running = await startProcess({
    name,
    command: process.execPath,
    // As this process itself runs: with the same loader, and under the profiler when it is.
    args: [...process.execArgv, join(ROOT, main)],
    env: { ...process.env, ...env },
    readyTimeoutMs: 60_000,
    stopTimeoutMs: 10_000,
    isReady: (line) => {
      if (!line.startsWith('{"ready":true')) return false;
      port = (JSON.parse(line) as { port: number }).port;
      return true;
    },
    onLine: (line) => {
      if (!line.startsWith('{"ready"')) process.stderr.write(`${name}: ${line}\n`);
    },
  });
  return { url: `http://127.0.0.1:${port}`, stop: running.stop };
}

async function fillOffice(stores: { mongoUrl: string; redisUrl: string; blobFolder: string }, members: number) {
  const office = await openOffice({ ...stores, redisPrefix: 'load', log: pino({ level: 'silent' }) });
  await buildOffice(office);
  const ids = Array.from({ length: members }, (_, index) => `member-${index}`);
  for (const id of ids) await addPerson(office, id, `Nguyễn Văn ${id}`, 'finance', ['officer']);
  const [first = '', ...others] = ids;
  const group = { requestId: 'load-request', name: 'Hội trường', memberIds: others };
  const { id: conversationId } = await createGroup(office, await callerOf(office, first), group);
  const tokens: string[] = [];
  for (const id of ids) tokens.push((await openSession(office, id, 'token', 'load')).secret);
  await office.relay.settled();
  await office.close();
  return { tokens, conversationId };
}
