import { buildReadingChild } from '@congso/test/support/mail/build-reading-child';
import { lastMail, receiveMail } from '@congso/test/support/mail/receive-mail';
import { buildOffice } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type MailDoc, mails } from '../mail-model.ts';
import { type ChildPool, keepChildren } from '../reading/children/child-pool.ts';
import type { ChildCommand, ChildFailure } from '../reading/children/limited-child.ts';
import { type RunChild, runLimitedChild } from '../reading/run-limited-child.ts';
import { authenticateNextMail } from './authenticate-received-mail.ts';
import { claimTurn } from './claim-turn.ts';
import { MAIL_DUTIES } from './mail-duties.ts';
import { readNextAlone, readNextMail } from './read-received-mail.ts';

let office: TestOffice;
let command: ChildCommand;
let pool: ChildPool;
beforeAll(async () => {
  command = await buildReadingChild();
});
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
  pool = keepChildren();
});
afterEach(async () => {
  pool.close();
  await closeTestOffice(office);
});

const letter = (subject: string) =>
  `From: a@so-a.example\r\nSubject: ${subject}\r\nContent-Type: text/plain\r\n\r\nKinh gui.`;
const failing =
  (failure: ChildFailure): RunChild =>
  async () =>
    failure;

it('letters are read and their senders looked at by kept children, whoever the worker was woken for', async () => {
  for (const name of ['mot', 'hai']) {
    await receiveMail(office, letter(name));
    office.clock.advance(1_000);
  }
  for (let turn = 0; turn < 2; turn += 1) await readNextMail(office, 'nobody', pool.run, command);
  const settings = { dnsServers: ['127.0.0.1:9'], run: pool.run, command };
  for (let turn = 0; turn < 2; turn += 1) await authenticateNextMail(office, 'nobody', settings);
  const found = await mails.of(office).find().sort({ receivedAt: 1 }).lean<MailDoc[]>();
  expect(found.map(({ state, subject, authentication }) => [state, subject, authentication?.againLater])).toEqual([
    ['proposed', 'mot', true],
    ['proposed', 'hai', true],
  ]);
}, 60_000);

it('a letter that a kept child fails over is read alone, at once, and only what is seen there counts', async () => {
  for (const failure of ['time', 'memory', 'crashed', 'fault'] as const) {
    await receiveMail(office, letter(failure));
    await readNextMail(office, 'nobody', failing(failure));
    expect(await lastMail(office), failure).toMatchObject({
      state: 'received',
      duty: 'read-alone',
      attempts: 0,
      faults: 0,
    });
    await readNextAlone(office, 'nobody', command);
    expect(await lastMail(office), failure).toMatchObject({
      state: 'proposed',
      subject: failure,
      duty: 'authenticate',
    });
    office.clock.advance(1_000);
  }
}, 60_000);

it('a letter that was left in the middle, over a PDF that took its child down, is read alone as a whole', async () => {
  await receiveMail(office, letter('giua chung'));
  await readNextMail(office, 'nobody', async (...task) => (await runLimitedChild(...task)) ?? 'memory', command);
  expect(await lastMail(office)).toMatchObject({ state: 'received', duty: 'read-alone', subject: '' });
}, 60_000);

it('a letter whose worker was killed over it is due again when the lease ends, and is read alone', async () => {
  await receiveMail(office, letter('chet'));
  await claimTurn(office, MAIL_DUTIES.read, 'nobody');
  await readNextMail(office, 'nobody', pool.run, command);
  expect(await lastMail(office)).toMatchObject({ state: 'received', duty: 'read' });
  office.clock.advance(MAIL_DUTIES.read.leaseMs);
  await readNextMail(office, 'nobody', pool.run, command);
  expect(await lastMail(office)).toMatchObject({ state: 'received', duty: 'read-alone' });
  await readNextAlone(office, 'nobody', command);
  expect(await lastMail(office)).toMatchObject({ state: 'proposed', subject: 'chet' });
}, 60_000);

it('a sender whose check a kept child failed at is checked in a child of its own the next time', async () => {
  await receiveMail(office, letter('x'));
  await readNextMail(office, 'nobody', pool.run, command);
  const runs: RunChild[] = [];
  const run: RunChild = async () => {
    runs.push(run);
    return 'crashed';
  };
  const settings = { dnsServers: ['127.0.0.1:9'], run, command };
  await authenticateNextMail(office, 'nobody', settings);
  expect(await lastMail(office)).toMatchObject({ duty: 'authenticate', authentication: { againLater: true } });
  office.clock.advance(60_000);
  await authenticateNextMail(office, 'nobody', settings);
  expect(runs).toHaveLength(1);
}, 60_000);
