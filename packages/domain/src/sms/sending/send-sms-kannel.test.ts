import { type Kannel, startKannel } from '@congso/test/support/kannel/start-kannel';
import { addPerson, callerWith, REQUEST } from '@congso/test/support/sms/sms-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { requestSms } from '../request-sms.ts';
import { setSmsSettings } from '../settings/sms-settings.ts';
import { smsMessages } from '../sms-model.ts';
import { sendSms } from './send-sms.ts';

let office: TestOffice;
let kannel: Kannel;
beforeEach(async () => {
  [office, kannel] = await Promise.all([openTestOffice(), startKannel()]);
  await addPerson(office, 'an', '+84912345678');
});
afterEach(async () => {
  await kannel.stop();
  await closeTestOffice(office);
});

const use = (requestId: string, settings: Kannel['settings']) =>
  setSmsSettings(office, callerWith('admin'), { requestId, settings });
const stateOf = async (_id: string) => (await smsMessages.of(office).findOne({ _id }).lean())?.state;

it('a real Kannel hands the SMS to the telephone network, letter for letter', async () => {
  await use('settings-1', kannel.settings);
  const { _id, text } = await requestSms(office, REQUEST);
  await sendSms(office, _id, office.blobFolder);
  await kannel.arrived(1);
  expect(kannel.received).toEqual([{ to: '+84912345678', text }]);
  expect(await stateOf(_id)).toBe('accepted');
});

it('a real Kannel that refuses the password has sent nothing, and the password is not in what is shown', async () => {
  const parameters = kannel.settings.parameters.map((one) => (one.isSecret ? { ...one, value: 'wr0ng' } : one));
  await use('settings-1', { ...kannel.settings, parameters });
  const { _id } = await requestSms(office, REQUEST);
  await sendSms(office, _id, office.blobFolder);
  expect(await stateOf(_id)).toBe('failed');
  expect(kannel.received).toEqual([]);
});
