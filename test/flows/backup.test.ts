import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conversations } from '@congso/domain/chat/conversation-model';
import { history } from '@congso/domain/history/history-model';
import { facts } from '@congso/domain/messages/fact-model';
import { newId } from '@congso/domain/office/ids';
import { type OpenOffice, openOffice } from '@congso/domain/open-office';
import { people } from '@congso/domain/people/person-model';
import { hashPassword } from '@congso/domain/sessions/passwords';
import { smsMessages } from '@congso/domain/sms/sms-model';
import { type Office, startOffice } from '@congso/embedded/office/start-office';
import { runToEnd } from '@congso/embedded/supervise/run-to-end';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, inject, it, vi } from 'vitest';
import { enterOffice, leaveOffice, type Visitor } from '../support/office/enter-office.ts';
import { PASSWORD } from '../support/office/start-office.ts';
import { buildOffice } from '../support/people/build-office.ts';
import { buildRelease } from '../support/processes/build-release.ts';
import { startEngine } from '../support/processes/start-stores.ts';

const BULKY = 2_000;
let dist: string;
let folder: string;
let dataDir: string;
let url: string;
let office: Office;
const said: string[] = [];

/** Runs `bin/backup` or `bin/restore` to its end. */
async function run(task: 'backup' | 'restore', args: string[], env: NodeJS.ProcessEnv = {}) {
  const lines: string[] = [];
  const { ended } = runToEnd({
    command: process.execPath,
    args: [join(dist, 'safekeeping.mjs'), task, ...args],
    env: { PATH: process.env.PATH, ...env },
    onLine: (line) => void lines.push(line),
  });
  return { code: (await ended).code, said: lines.join('\n') };
}

/** Opens the stores of an office on which no process runs. */
async function withData<T>(dir: string, work: (inside: OpenOffice) => Promise<T>): Promise<T> {
  const engine = await startEngine({ dataDir: join(dir, 'mongo') });
  const inside = await openOffice({
    mongoUrl: engine.mongoUrl('congso'),
    redisUrl: inject('redisUrl'),
    redisPrefix: newId(),
    blobFolder: join(dir, 'blobs'),
    log: pino({ level: 'silent' }),
  });
  try {
    return await work(inside);
  } finally {
    await inside.close();
    await engine.stop();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'congso-backup-'));
  dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  dist = await buildRelease();
  await withData(dataDir, async (inside) => {
    await buildOffice(inside);
    await people.of(inside).updateMany({}, { $set: { passwordHash: await hashPassword(PASSWORD) } });
    // Copied between conversations and their history: time enough to write in, if one could.
    const bulk = Array.from({ length: BULKY }, (_, n) => ({
      _id: `bulk-${n}`,
      state: 'accepted',
      text: 'x'.repeat(10_000),
    }));
    await smsMessages.of(inside).collection.insertMany(bulk as never);
  });
  const [port, smtpPort] = [await freePort(), await freePort()];
  url = `http://127.0.0.1:${port}`;
  const options = { demo: false, dataDir, host: '127.0.0.1', port, smtpPort };
  office = startOffice(options, dist, { PATH: process.env.PATH, LOG_LEVEL: 'warn' }, (line) => void said.push(line));
  await office.opened;
}, 120_000);

afterAll(async () => {
  await office.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

afterEach(leaveOffice);

/** Talks and renames until told to stop, as fast as the office answers; keeps what was acknowledged. */
function keepWriting(visitor: Visitor, conversationId: string) {
  const acknowledged: string[] = [];
  let isStopped = false;
  const talk = async () => {
    while (!isStopped) {
      const clientId = newId();
      await visitor.insist('messages.send', { conversationId, clientId, text: `câu ${acknowledged.length}` });
      acknowledged.push(clientId);
    }
  };
  const rename = async () => {
    for (let n = 0; !isStopped; n += 1) {
      await visitor.insist('conversations.rename', { conversationId, requestId: newId(), name: `Tên ${n}` });
    }
  };
  const ended = Promise.all([talk(), rename()]);
  const stop = async () => {
    isStopped = true;
    await ended;
  };
  return { acknowledged, stop };
}

it('an office is backed up while people write, goes on afterwards, and moves to another database and back', {
  timeout: 240_000,
}, async () => {
  const visitor = await enterOffice(url, 'planning-head');
  const group = { requestId: newId(), name: 'Tổ soạn thảo', memberIds: ['clerk'] };
  const { id: conversationId } = await visitor.ask('conversations.createGroup', group);
  const writing = keepWriting(visitor, conversationId);
  await vi.waitUntil(() => writing.acknowledged.length >= 20, { timeout: 60_000 });

  const before = [...writing.acknowledged];
  const first = join(folder, 'first');
  const backup = await run('backup', ['--data', dataDir, first]);
  expect(backup).toMatchObject({ code: 0, said: expect.stringMatching(/holds \d+ documents and 0 files/) });
  // The same session writes on, at the same office.
  const after = writing.acknowledged.length;
  await vi.waitUntil(() => writing.acknowledged.length > after, { timeout: 60_000 });
  await writing.stop();
  expect(said).toContain('Pausing for a backup ...');

  const MONGODB_URL = `${inject('mongoSocket')}moved-${process.pid}?directConnection=true&w=1&journal=true`;
  const server = { MONGODB_URL, BLOB_DIR: join(folder, 'blobs') };
  const away = ['--data', join(folder, 'away')];
  expect(await run('restore', [...away, first], server)).toMatchObject({
    code: 1,
    said: expect.stringContaining('say so with --stopped'),
  });
  expect(await run('restore', [...away, '--stopped', first], server)).toMatchObject({ code: 0 });
  const second = join(folder, 'second');
  expect(await run('backup', [...away, '--stopped', second], server)).toMatchObject({ code: 0 });
  const back = join(folder, 'back');
  expect(await run('restore', ['--data', back, second])).toMatchObject({ code: 0 });

  await withData(back, async (inside) => {
    const kept = await facts.of(inside).find({ conversationId }).sort({ seq: 1 }).lean();
    expect(kept.map(({ seq }) => seq)).toEqual(kept.map((_, index) => index + 1));
    const clientIds = new Set(kept.map(({ clientId }) => clientId));
    expect(before.filter((clientId) => !clientIds.has(clientId))).toEqual([]);
    // Nothing was written between the dump of the conversation and that of its history.
    const [conversation] = await conversations.of(inside).find({ _id: conversationId }).lean();
    const lines = await history.of(inside).find({ entityId: conversationId }).sort({ version: 1 }).lean();
    const told = [...lines, ...(conversation?.outbox ?? [])].map(({ version }) => version);
    expect([...new Set(told)]).toEqual(Array.from({ length: conversation?.version ?? 0 }, (_, n) => n + 1));
  });
});

it('a backup that cannot be written is refused before the office is paused for it', { timeout: 60_000 }, async () => {
  const pauses = () => said.filter((line) => line.startsWith('Pausing')).length;
  const before = pauses();
  const refused = await run('backup', ['--data', dataDir, folder]);
  const throughFile = join(folder, 'file', 'backup');
  writeFileSync(join(folder, 'file'), '');
  const nowhere = await run('backup', ['--data', dataDir, throughFile]);
  expect(nowhere).toMatchObject({ code: 1, said: expect.stringContaining('No backup was made.') });
  expect(pauses()).toBe(before);
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining(`${folder} exists already`) });
  const visitor = await vi.waitFor(() => enterOffice(url, 'clerk'), { timeout: 30_000 });
  expect(visitor.personId).toBe('clerk');
});

it('a running office is not restored into', async () => {
  const { code, said: sentence } = await run('restore', ['--data', dataDir, join(folder, 'first')]);
  expect({ code, sentence }).toMatchObject({ code: 1, sentence: expect.stringContaining('is already running on') });
});

it('a folder without an office is not backed up', async () => {
  const nowhere = join(folder, 'nowhere');
  const { code, said: sentence } = await run('backup', ['--data', nowhere, join(folder, 'none')]);
  expect({ code, sentence }).toEqual({
    code: 1,
    sentence: `There is no office in ${nowhere}; name its folder with --data.`,
  });
});
