import { buildReadingChild } from '@congso/test/support/mail/build-reading-child';
import { lastMail, receiveMail } from '@congso/test/support/mail/receive-mail';
import { buildOffice, callerOf, type PersonName } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listHistory } from '../../history/list-history.ts';
import { getMail } from '../list-mails.ts';
import type { MailDoc } from '../mail-model.ts';
import type { ChildCommand } from '../reading/children/limited-child.ts';
import { readReceivedMail } from '../working/read-received-mail.ts';
import { readMailAs, refuseMail } from './decisions.ts';

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

const letter = (body: string, header = 'Content-Type: text/plain') =>
  ['From: a@stc.example.vn', 'Subject: bo ma', header, 'Content-Transfer-Encoding: quoted-printable', '', body].join(
    '\r\n',
  );
async function read(): Promise<MailDoc> {
  office.clock.advance(1_000);
  await readReceivedMail(office, (await lastMail(office))._id, command);
  await office.relay.settled();
  return lastMail(office);
}
const readAs = async (mail: MailDoc, encoding: 'tcvn3' | 'viscii', person: PersonName = 'clerk', requestId = 'r-1') =>
  readMailAs(office, await callerOf(office, person), { mailId: mail._id, requestId, encoding });

describe('a letter whose characters came out wrong', () => {
  it('is read anew in the encoding a clerk chooses, twice with the effect of once, on record', async () => {
    // TCVN3 that declares another charset, as its programs did; too short for a guess.
    await receiveMail(office, letter('c=AC quan', 'Content-Type: text/plain; charset=iso-8859-1'));
    const mail = await read();
    expect(mail).toMatchObject({ state: 'proposed', text: 'c¬ quan', encoding: null });
    const clerk = await callerOf(office, 'clerk');
    expect((await getMail(office, clerk, { mailId: mail._id })).actions).toContain('readAs');
    expect(await readAs(mail, 'tcvn3')).toMatchObject({ state: 'received' });
    expect(await readAs(mail, 'tcvn3')).toMatchObject({ state: 'received' });
    const anew = await read();
    expect(anew).toMatchObject({ state: 'proposed', text: 'cơ quan', encoding: 'tcvn3', chosenEncoding: 'tcvn3' });
    expect((await getMail(office, clerk, { mailId: mail._id })).encoding).toBe('tcvn3');
    const acts = (await listHistory(office, 'mail', mail._id)).map(({ action }) => action);
    expect(acts.filter((action) => action === 'read-as')).toHaveLength(1);
  });

  it('and turns out to be marked secret is quarantined like any other', async () => {
    await receiveMail(office, letter('T=8FI M=87T', 'Content-Type: text/plain; charset=windows-1252'));
    const mail = await read();
    expect(mail.state).toBe('proposed');
    await readAs(mail, 'viscii');
    expect(await read()).toMatchObject({ state: 'quarantined', text: '', encoding: null });
  });

  it('is left to clerks, and to letters that wait', async () => {
    await receiveMail(office, letter('x'));
    const mail = await read();
    await expect(readAs(mail, 'viscii', 'leader')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const clerk = await callerOf(office, 'clerk');
    await refuseMail(office, clerk, { mailId: mail._id, requestId: 'r-2', reason: 'Không phải' });
    await expect(readAs(mail, 'viscii', 'clerk', 'r-3')).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });
});
