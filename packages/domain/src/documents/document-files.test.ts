import { Readable } from 'node:stream';
import { act, LETTER, putMail } from '@congso/test/support/documents/build-letters';
import { buildOffice, callerOf, type PersonName } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFileFromBlob } from '../files/create-file.ts';
import { getFile } from '../files/file-access.ts';
import type { FilePlace } from '../files/file-model.ts';
import { mails } from '../mail/mail-model.ts';
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
