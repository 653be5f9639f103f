import { readFile } from 'node:fs/promises';
import { act, LETTER, putLetter } from '@congso/test/support/documents/build-letters';
import { buildReadingChild } from '@congso/test/support/mail/build-reading-child';
import { lastMail, receiveMail } from '@congso/test/support/mail/receive-mail';
import { buildOffice, callerOf, type PersonName } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { quarantineMail } from '../mail/deciding/decisions.ts';
import { type MailDoc, mails } from '../mail/mail-model.ts';
import type { ChildCommand } from '../mail/reading/children/limited-child.ts';
import { readReceivedMail } from '../mail/working/read-received-mail.ts';
import { getDocument } from './open-document.ts';
import { registerDocument } from './register/register-document.ts';

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

const CASE = new URL('../../../../test/fixtures/mail-cases/07-letter-is-the-text-and-a-link.eml', import.meta.url);
const TEXT = 'Văn bản ở đây: Công văn 412.pdf (https://drive.so.example/cv/412.pdf)\n\nMật khẩu: 123';

const open = async (person: PersonName, documentId: string) =>
  getDocument(office, await callerOf(office, person), { documentId });

/** Received, read by a child, registered by the clerk; `before` changes the mail as it then is. */
async function registered(raw: string, before: Partial<MailDoc> = {}): Promise<string> {
  await receiveMail(office, raw);
  const { _id: mailId } = await lastMail(office);
  await readReceivedMail(office, mailId, command);
  await mails.of(office).updateOne({ _id: mailId }, { $set: before });
  const clerk = await callerOf(office, 'clerk');
  const { id } = await registerDocument(office, clerk, { requestId: 'register-1', mailId, fields: LETTER });
  await office.relay.settled();
  return id;
}

describe('a letter that is the text of a mail', () => {
  it('is read on its document, the address of its link with it, by whom it was handed to and nobody else', async () => {
    const id = await registered(await readFile(CASE, 'utf8'));
    expect(await open('clerk', id)).toMatchObject({ files: [], letter: { text: TEXT, reading: 'done', warnings: [] } });
    const officer = open('planning-officer', id);
    await expect(officer).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await act(office, 'clerk', id, 'submit', { personId: 'leader' });
    await act(office, 'leader', id, 'direct', { leadUnitId: 'planning' });
    await act(office, 'planning-head', id, 'assign', { personId: 'planning-officer' });
    expect((await open('planning-officer', id)).letter?.text).toBe(TEXT);
    await expect(open('finance-head', id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(open('admin', id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('says so where it was read before addresses were kept, is cut, or could not be read', async () => {
    const id = await registered(await readFile(CASE, 'utf8'), {
      keepsAddresses: false,
      flags: ['text-cut', 'encoding-vni'],
    });
    expect((await open('clerk', id)).letter).toMatchObject({ keepsAddresses: false, warnings: ['text-cut'] });
    const { _id } = await lastMail(office);
    await mails.of(office).updateOne({ _id }, { $unset: { keepsAddresses: 1 } });
    expect((await open('clerk', id)).letter).toMatchObject({ keepsAddresses: false });
    await mails.of(office).updateOne({ _id }, { $set: { stateBefore: 'original-only', text: '' } });
    expect((await open('clerk', id)).letter).toMatchObject({ text: '', reading: 'failed' });
    await mails.of(office).updateOne({ _id }, { $set: { duty: 'read' } });
    expect((await open('clerk', id)).letter).toMatchObject({ reading: 'waiting' });
  });

  it('is shown nobody once it is found to be secret, and paper has none', async () => {
    const id = await registered(await readFile(CASE, 'utf8'));
    const { _id: mailId } = await lastMail(office);
    await quarantineMail(office, await callerOf(office, 'clerk'), { requestId: 'q-1', mailId, reason: 'Mật' });
    // Its content is removed by what follows; until then it is hidden all the same.
    expect((await open('clerk', id)).letter).toBeNull();
    expect((await open('leader', id)).letter).toBeNull();
    expect((await putLetter(office)).letter).toBeNull();
  });
});
