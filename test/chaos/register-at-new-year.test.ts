import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { AGGREGATES } from '@congso/domain/collections';
import { type DocumentDoc, documents } from '@congso/domain/documents/document-model';
import { registerDocument } from '@congso/domain/documents/register/register-document';
import { history } from '@congso/domain/history/history-model';
import { sweepOutboxes } from '@congso/domain/outbox/sweep-outboxes';
import { yearOf } from '@congso/language/dates';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { LETTER, putMail } from '../support/documents/build-letters.ts';
import { buildOffice, callerOf } from '../support/people/build-office.ts';
import { closeTestOffice, openTestOffice, type TestOffice } from '../support/test-office.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const REGISTRAR = fileURLToPath(new URL('../support/documents/register-letters.ts', import.meta.url));
const LETTERS = Array.from({ length: 50 }, (_, index) => `mail-${index}`);

let office: TestOffice;
const running: ChildProcess[] = [];
beforeEach(async () => {
  office = await openTestOffice({ now: new Date('2026-12-31T16:59:00.000Z') });
  await buildOffice(office);
  for (const mailId of LETTERS) await putMail(office, mailId);
});
afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  await closeTestOffice(office);
});

type Told = { ready?: true; mailId?: string; place?: string };

/** A process that registers these letters when it is told to; `hear` is given each line it says. */
function startRegistrar(clerkId: string, mailIds: readonly string[], hear: (told: Told) => void): ChildProcess {
  const options = [office.databaseUrl, inject('redisUrl'), office.redis.prefix, office.blobFolder, clerkId];
  const child = spawn(process.execPath, ['--import', 'tsx', REGISTRAR, ...options, ...mailIds], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  running.push(child);
  createInterface({ input: child.stdout as NonNullable<typeof child.stdout> }).on('line', (line) =>
    hear(JSON.parse(line) as Told),
  );
  return child;
}

it('fifty letters registered by two processes over the turn of the year, one of them killed, have consecutive numbers in the right year', async () => {
  const answered = new Map<string, string>();
  let answeredByFirst = 0;
  let ready = 0;
  const order = (line: string) => {
    for (const child of [first, second]) child.stdin?.write(`${line}\n`);
  };
  const hear = (from: 'first' | 'second', { ready: isReady, mailId, place }: Told) => {
    if (isReady) ready += 1;
    if (isReady && ready === 2) order('go');
    if (!mailId || !place) return;
    answered.set(mailId, place);
    if (answered.size === 12) order('midnight');
    if (from === 'first') answeredByFirst += 1;
    if (answeredByFirst >= 8 && answered.size >= 12) first.kill('SIGKILL');
  };
  const first = startRegistrar(
    'clerk',
    LETTERS.filter((_, index) => index % 2 === 0),
    (told) => hear('first', told),
  );
  const second = startRegistrar(
    'second-clerk',
    LETTERS.filter((_, index) => index % 2 === 1),
    (told) => hear('second', told),
  );
  const [[, signal], [code]] = await Promise.all([once(first, 'exit'), once(second, 'exit')]);
  expect([signal, code]).toEqual(['SIGKILL', 0]);
  const beforeRetry = await documents.of(office).countDocuments({ state: 'registered' });

  // Whoever had no answer from the killed process asks again, somewhere else; a sweep tells what it could not tell.
  office.clock.set(new Date('2026-12-31T17:01:00.000Z'));
  const clerk = await callerOf(office, 'clerk');
  for (const mailId of LETTERS) {
    const input = { requestId: `register-${mailId}`, mailId, fields: LETTER };
    const { year, arrivalNumber } = await registerDocument(office, clerk, input);
    if (answered.has(mailId)) expect(`${year}/${arrivalNumber}`).toBe(answered.get(mailId));
  }
  await office.relay.settled();
  await sweepOutboxes(office, AGGREGATES);

  const rows = await documents.of(office).find().sort({ year: 1, arrivalNumber: 1 }).lean<DocumentDoc[]>();
  const ofYear = (year: number) => rows.filter((row) => row.year === year);
  expect(rows).toHaveLength(50);
  expect(new Set(rows.map((row) => row.mailId)).size).toBe(50);
  for (const year of [2026, 2027]) {
    const numbers = ofYear(year).map((row) => row.arrivalNumber);
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => index + 1));
  }
  expect(ofYear(2026).length).toBeGreaterThanOrEqual(12);
  expect(ofYear(2027).length).toBeGreaterThanOrEqual(1);
  for (const row of rows) expect(row.registeredAt && yearOf(row.registeredAt)).toBe(row.year);
  expect(rows.every((row) => row.outbox.length === 0)).toBe(true);
  expect(await history.of(office).countDocuments({ entity: 'document', action: 'registered' })).toBe(50);
  // The kill came in the middle: it left something to be done again.
  expect(beforeRetry).toBeLessThan(50);
}, 120_000);
