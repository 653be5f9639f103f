import { Readable } from 'node:stream';
import { act, LETTER, putLetter, putMail } from '@congso/test/support/documents/build-letters';
import { buildOffice, callerOf, type PersonName } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFileFromBlob } from '../files/create-file.ts';
import { getFile } from '../files/file-access.ts';
import type { FilePlace } from '../files/file-model.ts';
import { mails } from '../mail/mail-model.ts';
import { newId } from '../office/ids.ts';
import { acceptTask, acceptTaskReport, reportTask, sendTaskBack } from '../tasks/act-on-task.ts';
import { getDocument } from './open-document.ts';
import { registerDocument } from './register/register-document.ts';
import { registerPaper } from './register/register-paper.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
});
afterEach(() => closeTestOffice(office));

const putFile = async (id: string, place: FilePlace | null, uploadedById: string | null) =>
  createFileFromBlob(office, {
    id,
    name: 'Công văn 123.pdf',
    mime: 'application/pdf',
    blob: await office.blobs.put(Readable.from([Buffer.from('%PDF')])),
    place,
    uploadedById,
  });
const readersOf = async (fileId: string) => {
  const readers: string[] = [];
  for (const person of ['clerk', 'leader', 'planning-head', 'planning-officer', 'finance-head', 'admin'] as const) {
    const caller = await callerOf(office, person as PersonName);
    const answer = await getFile(office, caller, { fileId }).catch((error: unknown) => error);
    if (!(answer instanceof Error)) readers.push(person);
    else expect(answer).toMatchObject({ code: 'NOT_FOUND' });
  }
  return readers;
};

it('a letter’s attachments are read by the readers of its document, and by nobody else', async () => {
  await putMail(office, 'mail-1');
  await putFile('attachment', { kind: 'mail', id: 'mail-1' }, null);
  await mails.of(office).updateOne({ _id: 'mail-1' }, { $set: { fileIds: ['attachment'] } });
  expect(await readersOf('attachment')).toEqual(['clerk']);
  const clerk = await callerOf(office, 'clerk');
  const document = await registerDocument(office, clerk, { requestId: 'register-1', mailId: 'mail-1', fields: LETTER });
  expect(document.files).toMatchObject([{ id: 'attachment', name: 'Công văn 123.pdf' }]);
  expect(await readersOf('attachment')).toEqual(['clerk', 'leader']);
  await act(office, 'clerk', document.id, 'submit', { personId: 'leader' });
  await act(office, 'leader', document.id, 'direct', { leadUnitId: 'planning' });
  expect(await readersOf('attachment')).toEqual(['clerk', 'leader', 'planning-head']);
  await act(office, 'planning-head', document.id, 'assign', { personId: 'planning-officer' });
  expect(await readersOf('attachment')).toEqual(['clerk', 'leader', 'planning-head', 'planning-officer']);
});

it('what was attached to the accepted report is read by whoever reads the slip it stands on; of one sent back by none', async () => {
  const { id } = await putLetter(office);
  await act(office, 'clerk', id, 'submit', { personId: 'leader' });
  await act(office, 'leader', id, 'direct', { leadUnitId: 'planning', coordinatingUnitIds: ['finance'] });
  await act(office, 'planning-head', id, 'assign', { personId: 'planning-officer' });
  await office.relay.settled();
  const officer = await callerOf(office, 'planning-officer');
  const head = await callerOf(office, 'planning-head');
  const open = async () => getDocument(office, await callerOf(office, 'finance-head'), { documentId: id });
  const [taskId = ''] = (await open()).taskIds;
  const on = () => ({ requestId: newId(), taskId });
  await acceptTask(office, officer, on());
  const report = async (text: string, fileId: string) => {
    await putFile(fileId, null, 'planning-officer');
    await reportTask(office, officer, { ...on(), text, fileIds: [fileId] });
  };
  const reportOf = async () => (await open()).slip?.steps.find((step) => step.taskId === taskId)?.report;
  await report('Bản đầu', 'first');
  await sendTaskBack(office, head, { ...on(), reason: 'Thiếu biểu' });
  await report('Bản đủ', 'second');
  expect(await reportOf()).toBeNull();
  const inTask = ['clerk', 'leader', 'planning-head', 'planning-officer'];
  expect(await readersOf('second')).toEqual(inTask);
  await acceptTaskReport(office, head, on());
  await office.relay.settled();
  expect(await reportOf()).toMatchObject({ authorId: 'planning-officer', text: 'Bản đủ', files: [{ id: 'second' }] });
  expect(await readersOf('second')).toEqual([...inTask, 'finance-head']);
  expect(await readersOf('first')).toEqual(inTask);
});

it('a paper letter’s scans are the clerk’s own files, and go with the document', async () => {
  await putFile('scan', null, 'clerk');
  await putFile('foreign', null, 'finance-head');
  const clerk = await callerOf(office, 'clerk');
  const register = (requestId: string, fileIds: string[]) =>
    registerPaper(office, clerk, { requestId, fields: LETTER, fileIds });
  await expect(register('paper-with-foreign', ['foreign'])).rejects.toMatchObject({ code: 'FILE_GONE' });
  const document = await register('paper-with-scan', ['scan']);
  expect(document).toMatchObject({ arrivalNumber: 1, hasOriginal: false, files: [{ id: 'scan' }] });
  expect(await readersOf('scan')).toEqual(['clerk', 'leader']);
});
