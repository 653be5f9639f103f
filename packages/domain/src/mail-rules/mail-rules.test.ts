import { buildOffice, callerOf } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { units } from '../organisation/unit-model.ts';
import { createMailRule, updateMailRule } from './change-mail-rules.ts';
import { mailRules } from './mail-rule-model.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
});
afterEach(() => closeTestOffice(office));

it('a rule made or changed again, because the answer was lost, is answered although its unit was closed meanwhile', async () => {
  const clerk = await callerOf(office, 'clerk');
  const fields = { name: 'Tài chính', senderDomain: 'stc.example.vn', subjectWords: null, urgency: null, order: 1 };
  const create = () => createMailRule(office, clerk, { ...fields, unitId: 'finance', requestId: 'create-request-1' });
  const { id: ruleId } = await create();
  const change = { ...fields, ruleId, unitId: 'planning', name: 'Kế hoạch' };
  const update = (requestId: string) => updateMailRule(office, clerk, { ...change, requestId });
  await update('update-request-1');
  await units.of(office).updateMany({ _id: { $in: ['planning', 'finance'] } }, { $set: { isClosed: true } });
  expect(await create()).toMatchObject({ id: ruleId, name: 'Kế hoạch' });
  expect(await update('update-request-1')).toMatchObject({ id: ruleId, unitId: 'planning' });
  expect(await mailRules.of(office).countDocuments()).toBe(1);
  await expect(update('update-request-2')).rejects.toMatchObject({ code: 'NOT_FOUND', field: 'unitId' });
});
