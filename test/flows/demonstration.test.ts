import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signIn } from '@congso/domain/sessions/sign-in/sign-in';
import { getToday } from '@congso/domain/today/get-today';
import { runToEnd } from '@congso/embedded/supervise/run-to-end';
import { startProcess } from '@congso/embedded/supervise/start-process';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { buildRelease } from '../support/processes/build-release.ts';
import { clockAhead } from '../support/processes/clock-ahead.ts';
import { closeTestOffice, openTestOffice, type TestOffice } from '../support/test-office.ts';

const NOW = new Date('2026-03-10T08:30:00.000Z');
/** By which fields a second filling would double the rows of a collection. */
const ONCE: readonly (readonly [name: string, ...fields: string[]])[] = [
  ['people', 'login'],
  ['units', 'name'],
  ['conversations', 'kind', 'name', 'memberIds', 'createdAt'],
  ['facts', 'conversationId', 'kind', 'authorId', 'text', 'memberIds', 'at'],
  ['mails', 'messageId', 'recipient'],
  ['documents', 'register', 'codeNumber', 'codeNotation', 'subject'],
  ['tasks', 'title', 'createdById', 'leadId', 'dueAt'],
  ['notices', 'title', 'createdById'],
  ['reminders', 'personId', 'text', 'at', 'target'],
  ['smsMessages', 'personId', 'text'],
  ['noticeReceipts', 'noticeId', 'personId'],
];

let office: TestOffice;
let folder: string;
let password: string;
const says: string[] = [];

/** How the demonstration's process is started, as `bin/start --demo` does, on a clock that says NOW. */
async function processOfDemo() {
  const env = {
    PATH: process.env.PATH,
    MONGODB_URL: office.databaseUrl,
    REDIS_URL: inject('redisUrl'),
    REDIS_PREFIX: office.db.name,
    BLOB_DIR: office.blobFolder,
    DATA_DIR: folder,
    LOG_LEVEL: 'error',
    ...clockAhead(NOW.getTime() - Date.now()),
  };
  return { command: process.execPath, args: [join(await buildRelease(), 'demo.mjs')], env };
}

/** Fills until it has said a line that begins so and is in the middle of reading a letter, and kills it there. */
async function fillUntil(line: string): Promise<void> {
  const isReady = (said: string) => said.startsWith(line);
  const spec = { name: 'demo', readyTimeoutMs: 120_000, stopTimeoutMs: 1_000, isReady, ...(await processOfDemo()) };
  const filling = await startProcess(spec);
  await vi.waitUntil(
    async () => {
      // Held still while we look: it is in the very middle when it is killed.
      process.kill(filling.pid, 'SIGSTOP');
      if (await rows('mails').findOne({ duty: 'read', attempts: 1 })) return true;
      process.kill(filling.pid, 'SIGCONT');
      return false;
    },
    { timeout: 60_000, interval: 10 },
  );
  await filling.kill9();
}

async function fill(): Promise<void> {
  const onLine = (line: string) => void says.push(line);
  const { code } = await runToEnd({ onLine, ...(await processOfDemo()) }).ended;
  expect(code, says.join('\n')).toBe(0);
}

const rows = (name: string) => office.db.collection(name);
const statesOf = async (name: string) =>
  new Set(
    (
      await rows(name)
        .find({}, { projection: { state: 1 } })
        .toArray()
    ).map(({ state }) => state as string),
  );
const count = (name: string) => rows(name).countDocuments({});
/** Rows of a collection that say the same as another: in these fields, which plan and chance never give twice. */
const listDoubled = (name: string, ...fields: string[]) =>
  rows(name)
    .aggregate([
      { $group: { _id: Object.fromEntries(fields.map((field) => [field, `$${field}`])), times: { $sum: 1 } } },
      { $match: { times: { $gt: 1 } } },
    ])
    .toArray();
const enter = async (login: string) =>
  (await signIn(office, { login, password }, { address: '127.0.0.1', userAgent: '' })).caller;
const kindsToday = async (login: string) =>
  new Set((await getToday(office, await enter(login), {})).items.map(({ kind }) => kind));

describe('the demonstration office', () => {
  let sessionsLeft = -1;
  beforeAll(async () => {
    office = await openTestOffice({ now: NOW });
    folder = await mkdtemp(join(tmpdir(), 'congso-demo-'));
    await fillUntil('notices told');
    await fill();
    const accounts = JSON.parse(await readFile(join(folder, 'demo-accounts.json'), 'utf8')) as { password: string }[];
    password = accounts[0]?.password ?? '';
    // Counted now: the tests below sign in themselves.
    sessionsLeft = await count('sessions');
  }, 600_000);
  afterAll(async () => {
    await closeTestOffice(office);
    await rm(folder, { recursive: true, force: true });
  });

  it('holds everything once, although the first filling was killed', async () => {
    const doubled = await Promise.all(ONCE.map(([name, ...fields]) => listDoubled(name, ...fields)));
    expect(doubled.flat()).toEqual([]);
  });

  it('is a department of some sixty people in eight units', async () => {
    const [staff, divisions] = [await count('people'), await count('units')];
    expect(staff).toBeGreaterThanOrEqual(55);
    expect(staff).toBeLessThanOrEqual(65);
    // The department itself stands above the eight.
    expect(divisions).toBe(9);
  });

  it('has three months of life, not too much of it', async () => {
    const said = await rows('facts').countDocuments({ kind: 'sent' });
    expect(said).toBeGreaterThan(1_000);
    expect(said).toBeLessThanOrEqual(5_000);
    expect(await rows('mails').countDocuments({})).toBeGreaterThan(90);
  });

  it('shows every state a letter, a document and a task can be in', async () => {
    expect([...(await statesOf('mails'))]).toEqual(
      expect.arrayContaining(['proposed', 'quarantined', 'registered', 'set-aside']),
    );
    expect([...(await statesOf('documents'))]).toEqual(
      expect.arrayContaining(['registered', 'submitted', 'directed', 'assigned', 'completed']),
    );
    expect([...(await statesOf('tasks'))]).toEqual(
      expect.arrayContaining(['assigned', 'accepted', 'in-progress', 'reported', 'closed', 'declined', 'cancelled']),
    );
    expect([...(await statesOf('smsMessages'))]).toEqual(expect.arrayContaining(['accepted', 'suppressed']));
  });

  it('has an urgent letter and one that came twice in the queue', async () => {
    const waiting = await rows('mails').find({ state: 'proposed' }).toArray();
    expect(waiting.some(({ proposal }) => proposal?.urgency)).toBe(true);
    expect(waiting.some(({ duplicates }) => duplicates.length > 0)).toBe(true);
  });

  it('gives everybody something to do today', async () => {
    expect([...(await kindsToday('vanthu'))]).toEqual(expect.arrayContaining(['mail', 'document']));
    expect([...(await kindsToday('giamdoc'))]).toEqual(expect.arrayContaining(['document', 'reminder']));
    for (const head of ['truongphong.khtc', 'truongphong.dd']) expect(await kindsToday(head)).toContain('task');
    for (const officer of ['tuan.na', 'thu.dt', 'anh.ntl']) expect(await kindsToday(officer)).toContain('task');
  });

  it('has done nothing yet that is still to come', async () => {
    const done: [string, string][] = [
      ['history', 'occurredAt'],
      ['history', 'recordedAt'],
      ['smsMessages', 'createdAt'],
      ['smsMessages', 'sentAt'],
      ['facts', 'at'],
      ['documents', 'registeredAt'],
      ['tasks', 'createdAt'],
      ['notices', 'publishedAt'],
    ];
    for (const [name, field] of done) {
      expect(await rows(name).countDocuments({ [field]: { $lte: NOW } }), `${name}.${field}`).toBeGreaterThan(0);
      // The filling's own clock goes on while it fills.
      const afterIt = new Date(NOW.getTime() + 60 * 60_000);
      expect(await rows(name).countDocuments({ [field]: { $gt: afterIt } }), `${name}.${field}`).toBe(0);
    }
  });

  it('leaves nothing to be sent, read or told', async () => {
    const left = { nextAt: { $ne: null, $lte: NOW } };
    for (const name of ['mails', 'reminders', 'smsMessages', 'notices']) {
      expect(await rows(name).countDocuments(left), name).toBe(0);
    }
    expect(await rows('documents').countDocuments({ 'outbox.0': { $exists: true } })).toBe(0);
    expect(sessionsLeft).toBe(0);
  });
});
