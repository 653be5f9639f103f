import { putMail } from '@congso/test/support/documents/build-letters';
import { explainQueries } from '@congso/test/support/explain-queries';
import { buildOffice, callerOf } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AGGREGATES } from '../collections.ts';
import { DUE_WORK } from '../due-work.ts';
import { mails } from '../mail/mail-model.ts';
import { MAIL_DUTIES } from '../mail/working/mail-duties.ts';
import { sweepOutboxes } from '../outbox/sweep-outboxes.ts';
import { createReminder } from '../reminders/choose-reminder.ts';
import { claimDue, sweepDue } from './due-work.ts';

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

it('what is put off further than it ever is was so by a clock that was wrong: it is due when the clock is right', async () => {
  await buildOffice(office);
  const right = office.clock.now();
  office.clock.advance(7 * 60 * 60 * 1_000);
  await putMail(office, 'm1');
  await mails.of(office).updateOne({ _id: 'm1' }, { $set: { duty: 'read', nextAt: office.clock.now() } });
  await createReminder(office, await callerOf(office, 'clerk'), {
    ...{ requestId: 'request-1', target: { kind: 'none' }, text: 'x' },
    at: new Date(office.clock.now().getTime() + 1_000).toISOString(),
  });
  office.clock.set(right);
  expect(await sweepDue(office, DUE_WORK)).toBe(1);
  const { read } = MAIL_DUTIES;
  const claims = await Promise.all([1, 2].map(() => claimDue(office, mails, 'm1', MAIL_DUTIES.read.leaseMs, read)));
  expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
  await mails
    .of(office)
    .updateOne({ _id: 'm1' }, { $set: { nextAt: new Date(right.getTime() + 4 * 60 * 60 * 1_000) } });
  expect(await sweepDue(office, DUE_WORK)).toBe(0);
});
