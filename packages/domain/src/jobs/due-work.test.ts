import { putMail } from '@congso/test/support/documents/build-letters';
import { explainQueries } from '@congso/test/support/explain-queries';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AGGREGATES } from '../collections.ts';
import { DUE_WORK } from '../due-work.ts';
import { mails } from '../mail/mail-model.ts';
import { sweepOutboxes } from '../outbox/sweep-outboxes.ts';
import { sweepDue } from './due-work.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => closeTestOffice(office));

it('every two seconds what is due is found, and nothing else is read', async () => {
  await Promise.all(['m1', 'm2', 'm3', 'm4', 'm5'].map((id) => putMail(office, id)));
  await office.relay.settled();
  await mails.of(office).updateOne({ _id: 'm1' }, { $set: { duty: 'read', nextAt: office.clock.now() } });
  expect(await sweepDue(office, DUE_WORK)).toBe(1);
  const explained = await explainQueries(office, async () => {
    await sweepDue(office, DUE_WORK);
    await sweepOutboxes(office, AGGREGATES);
  });
  expect(explained.length).toBeGreaterThan(15);
  expect(explained.filter(({ indexes }) => indexes.includes('COLLSCAN'))).toEqual([]);
});
