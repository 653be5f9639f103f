import { Readable } from 'node:stream';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFileFromBlob } from './create-file.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => closeTestOffice(office));

const put = () => office.blobs.put(Readable.from([Buffer.from('Tờ trình')]));
const record = async (blob: Awaited<ReturnType<typeof put>>) =>
  createFileFromBlob(office, { id: 'f', name: 'a.txt', mime: 'text/plain', blob, place: null, uploadedById: 'an' });

it('a file whose bytes were discarded before it was recorded is not said to be stored, and is when they come again', async () => {
  const blob = await put();
  await office.blobs.discard(blob.sha256, async () => false);
  await expect(record(blob)).rejects.toThrow('bytes are gone');
  expect(await record(await put())).toMatchObject({ _id: 'f', sha256: blob.sha256 });
});
