import { act, putLetter } from '@congso/test/support/documents/build-letters';
import { buildOffice } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type SmsDoc, smsMessages } from './sms-model.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
});
afterEach(() => closeTestOffice(office));

async function direct(urgency: 'express' | 'very-urgent'): Promise<SmsDoc[]> {
  const { id } = await putLetter(office, { urgency });
  await act(office, 'clerk', id, 'submit', { personId: 'leader' });
  await act(office, 'leader', id, 'direct', { leadUnitId: 'planning', coordinatingUnitIds: ['finance'] });
  await office.relay.settled();
  return smsMessages.of(office).find().sort({ personId: 1 }).lean<SmsDoc[]>();
}

it('an express letter is told by SMS to the head of each unit it is directed to, once, and any other to none', async () => {
  expect(await direct('very-urgent')).toEqual([]);
  const sent = await direct('express');
  expect(sent.map(({ personId, purpose, isExpress }) => [personId, purpose, isExpress])).toEqual([
    ['finance-head', 'documentDirected', true],
    ['planning-head', 'documentDirected', true],
  ]);
  // Given on, the officer is told of the task; the heads not again.
  const { id } = await putLetter(office, { urgency: 'normal' });
  await act(office, 'clerk', id, 'submit', { personId: 'leader' });
  await office.relay.settled();
  expect(await smsMessages.of(office).countDocuments({ purpose: 'documentDirected' })).toBe(2);
});
