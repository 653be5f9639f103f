import { LETTER } from '@congso/test/support/documents/build-letters';
import { buildReadingChild } from '@congso/test/support/mail/build-reading-child';
import { lastMail, receiveMail } from '@congso/test/support/mail/receive-mail';
import { buildOffice, callerOf, type PersonName } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { registerDocument } from '../../documents/register/register-document.ts';
import { listHistory } from '../../history/list-history.ts';
import { claimDue } from '../../jobs/due-work.ts';
import type { Office } from '../../office/office.ts';
import { pullStream } from '../../sync/pull-stream.ts';
import { markMailRegistered } from '../follow-document.ts';
import { getMail } from '../list-mails.ts';
import { type MailDoc, mails } from '../mail-model.ts';
import { openOriginal } from '../open-original.ts';
import type { ChildCommand } from '../reading/children/limited-child.ts';
import { runLimitedChild } from '../reading/run-limited-child.ts';
import { authenticateReceivedMail } from '../working/authenticate-received-mail.ts';
import { MAIL_DUTIES } from '../working/mail-duties.ts';
import { readReceivedMail } from '../working/read-received-mail.ts';
import { quarantineMail, readMailAgain, refuseMail, takeMailBack } from './decisions.ts';

let office: TestOffice;
let command: ChildCommand;
beforeAll(async () => {
  command = await buildReadingChild();
});
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
});
afterEach(() => closeTestOffice(office));

const letter = (text: string) =>
  ['From: a@stc.example.vn', 'Subject: 12/STC-NS', 'Content-Type: text/plain; charset=utf-8', '', text].join('\r\n');
const SECRET = letter('MẬT\r\nSố: 12/STC-NS\r\nNội dung kín');

/** A letter that killed its readers, as a release with a fault reads it. */
async function receiveUnreadable(raw = letter('Kính gửi Quý cơ quan.')): Promise<MailDoc> {
  const mail = await receiveMail(office, raw);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    await claimDue(office, mails, mail._id, MAIL_DUTIES.read.leaseMs, MAIL_DUTIES.read);
    office.clock.advance(MAIL_DUTIES.read.leaseMs);
  }
  await read();
  return lastMail(office);
}
async function read(): Promise<MailDoc> {
  office.clock.advance(1_000);
  await readReceivedMail(office, (await lastMail(office))._id, command);
  await office.relay.settled();
  return lastMail(office);
}
const readAgain = async (mail: MailDoc, requestId = 'request-1', person: PersonName = 'clerk') =>
  readMailAgain(office, await callerOf(office, person), { mailId: mail._id, requestId });
const because = (mail: MailDoc, requestId: string) => ({ mailId: mail._id, requestId, reason: 'Có lý do' });
const register = async (mail: MailDoc, as: Office) =>
  registerDocument(as, await callerOf(office, 'clerk'), {
    requestId: 'request-register',
    mailId: mail._id,
    fields: LETTER,
  });
const tellRegistered = (documentId: string) =>
  markMailRegistered(office, { documentId }, { id: documentId, actorId: 'clerk', at: office.clock.now() });
/** As a process sees the office that dies before it tells anything. */
const dying = (): Office => Object.assign(Object.create(office), { relay: { start: () => undefined } });

describe('a letter of which only the original is there', () => {
  it('is read again when the clerk says so: it then is as if it had been read at once, and all is on record', async () => {
    const mail = await receiveUnreadable();
    expect(mail.state).toBe('original-only');
    const clerk = await callerOf(office, 'clerk');
    expect((await getMail(office, clerk, { mailId: mail._id })).actions).toContain('readAgain');
    await pullStream(office, 'clerk', null);
    expect(await readAgain(mail)).toMatchObject({ state: 'received', reason: null });
    expect(await read()).toMatchObject({ state: 'proposed', duty: 'authenticate', subject: '12/STC-NS', attempts: 0 });
    expect((await getMail(office, clerk, { mailId: mail._id })).actions).not.toContain('readAgain');
    const lines = await listHistory(office, 'mail', mail._id);
    expect(lines.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['received', null],
      ['read', null],
      ['read-again', 'clerk'],
      ['read', null],
    ]);
    expect((await pullStream(office, 'clerk', 0)).marks).toMatchObject([{ id: mail._id }, { id: mail._id }]);
  });

  it('is read once although the clerk asks twice, and not by two clerks', async () => {
    const mail = await receiveUnreadable();
    await readAgain(mail);
    expect(await readAgain(mail)).toMatchObject({ state: 'received' });
    await expect(readAgain(mail, 'request-2')).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await read();
    expect(await readAgain(mail)).toMatchObject({ state: 'proposed' });
    expect((await listHistory(office, 'mail', mail._id)).map(({ action }) => action)).toHaveLength(4);
  });

  it('is the clerk’s to have read, and nobody else’s', async () => {
    const mail = await receiveUnreadable();
    for (const person of ['admin', 'leader', 'planning-head', 'planning-officer'] as const)
      await expect(readAgain(mail, 'request-1', person), person).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const clerk = await callerOf(office, 'clerk');
    await refuseMail(office, clerk, because(mail, 'request-2'));
    await expect(readAgain(mail)).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  it('is again what it was when it still cannot be read, and may be tried once more', async () => {
    const mail = await receiveUnreadable();
    await readAgain(mail);
    await mails.of(office).updateOne({ _id: mail._id }, { $set: { attempts: 3 } });
    expect(await read()).toMatchObject({ state: 'original-only' });
    expect(await readAgain(mail, 'request-2')).toMatchObject({ state: 'received' });
    expect(await read()).toMatchObject({ state: 'proposed' });
  });

  it('is read also while its sender is being authenticated, whose answer comes late', async () => {
    const mail = await receiveUnreadable();
    let decided: Promise<unknown> | null = null;
    const answer = async () => {
      decided ??= readAgain(mail);
      await decided;
      throw new Error('the name server hangs');
    };
    await authenticateReceivedMail(office, mail._id, { dnsServers: [], run: answer });
    expect(await lastMail(office)).toMatchObject({ state: 'received', duty: 'read', faults: 0 });
    expect(await read()).toMatchObject({ state: 'proposed' });
  });

  describe('that one clerk registers while another has it read', () => {
    it('is a registered letter with what was read, whoever is told first', async () => {
      for (const isToldFirst of [true, false]) {
        const mail = await receiveUnreadable(letter(`Kính gửi ${isToldFirst}.`));
        const document = await register(mail, dying());
        await readAgain(mail, `request-${isToldFirst}`);
        if (isToldFirst) await tellRegistered(document.id);
        await read();
        if (!isToldFirst) await tellRegistered(document.id);
        expect(await lastMail(office)).toMatchObject({
          ...{ state: 'registered', stateBefore: 'proposed', documentId: document.id, subject: '12/STC-NS' },
        });
        office.clock.advance(1_000);
      }
    });

    it('is quarantined all the same when the reading finds a secrecy mark', async () => {
      for (const isToldFirst of [true, false]) {
        const mail = await receiveUnreadable(`${SECRET} ${isToldFirst}`);
        const document = await register(mail, dying());
        await readAgain(mail, `request-${isToldFirst}`);
        if (isToldFirst) await tellRegistered(document.id);
        await read();
        if (!isToldFirst) await tellRegistered(document.id);
        expect(await lastMail(office)).toMatchObject({ state: 'quarantined', documentId: document.id, text: '' });
        const leader = await callerOf(office, 'leader');
        await expect(openOriginal(office, leader, mail._id)).rejects.toMatchObject({ code: 'SECRET_CONTENT' });
        office.clock.advance(1_000);
      }
    });
  });
});

it('a reader that a clerk overtakes, who clears the letter, does not quarantine it again by what it read before', async () => {
  const clerk = await callerOf(office, 'clerk');
  const mail = await receiveMail(office, SECRET);
  await readReceivedMail(office, mail._id, command, async (...task) => {
    const failure = await runLimitedChild(...task);
    office.clock.advance(1_000);
    await quarantineMail(office, clerk, because(mail, 'request-1'));
    await takeMailBack(office, clerk, because(mail, 'request-2'));
    return failure;
  });
  expect(await lastMail(office)).toMatchObject({ state: 'received', duty: 'read', isCleared: true });
  expect(await read()).toMatchObject({ state: 'proposed' });
});
