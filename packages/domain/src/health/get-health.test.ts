import { putMail } from '@congso/test/support/documents/build-letters';
import { explainQueries } from '@congso/test/support/explain-queries';
import { buildOffice, callerOf } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { mails } from '../mail/mail-model.ts';
import { getHealth } from './get-health.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
});
afterEach(() => closeTestOffice(office));

it('counts mails by state and what is still untold, and reads no collection for it', async () => {
  await Promise.all([putMail(office, 'm1'), putMail(office, 'm2'), putMail(office, 'm3', 'registered')]);
  await office.relay.settled();
  const untold = { version: 1, recordedAt: new Date('2026-03-10T03:00:05.000Z') };
  await mails.of(office).collection.updateOne({ _id: 'm1' } as object, { $push: { outbox: untold } } as object);
  const admin = await callerOf(office, 'admin');
  expect(await getHealth(office, admin, {})).toMatchObject({
    mails: { proposed: 2, registered: 1 },
    outboxWaiting: 1,
  });
  const explained = await explainQueries(office, () => getHealth(office, admin, {}));
  expect(explained.length).toBeGreaterThan(15);
  expect(explained.filter(({ indexes }) => indexes.includes('COLLSCAN'))).toEqual([]);
  expect(explained.reduce((sum, { examined }) => sum + examined, 0)).toBeLessThan(3);
});
