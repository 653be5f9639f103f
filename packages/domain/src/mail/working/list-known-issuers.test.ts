import { putMail } from '@congso/test/support/documents/build-letters';
import { explainQueries } from '@congso/test/support/explain-queries';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { mails } from '../mail-model.ts';
import { listKnownIssuers } from './list-known-issuers.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => closeTestOffice(office));

async function putRegistered(id: string, confirmedIssuer: string, domain: string | null): Promise<void> {
  await putMail(office, id, 'registered');
  const dmarc = { verdict: domain === null ? 'none' : 'pass', domain };
  await mails.of(office).updateOne({ _id: id }, { $set: { confirmedIssuer, authentication: { dmarc } } } as object);
}

it('agencies are known by the letters clerks registered, without reading these letters again', async () => {
  await putRegistered('m1', 'Sở Tài chính', 'stc.example.vn');
  await putRegistered('m2', 'Sở Tài chính', 'stc.example.vn');
  await putRegistered('m3', 'Sở Nội vụ', 'shared.example');
  await putRegistered('m4', 'Sở Y tế', null);
  await putMail(office, 'm5');
  const known = await listKnownIssuers(office);
  expect(known.map(({ name, domains }) => [name, domains]).sort()).toEqual([
    ['Sở Nội vụ', []],
    ['Sở Tài chính', ['stc.example.vn']],
    ['Sở Y tế', []],
  ]);
  const explained = await explainQueries(office, () => listKnownIssuers(office));
  expect(explained).toMatchObject([{ collection: 'mails', examined: 0 }]);
});
