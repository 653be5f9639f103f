import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SmsSettings } from '@congso/contract/sms';
import { requestSms } from '@congso/domain/sms/request-sms';
import { sendSms } from '@congso/domain/sms/sending/send-sms';
import { getReceiptPath, setSmsSettings } from '@congso/domain/sms/settings/sms-settings';
import { type SmsDoc, smsMessages } from '@congso/domain/sms/sms-model';
import { startKannel } from '@congso/test/support/kannel/start-kannel';
import { addPerson, callerWith, REQUEST } from '@congso/test/support/sms/sms-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { receiptDoor } from './receipt-door.ts';

const admin = callerWith('admin');
let office: TestOffice;
let http: Server;
let url: string;
beforeEach(async () => {
  office = await openTestOffice();
  await addPerson(office, 'an', '+84912345678');
  const app = express();
  app.set('query parser', 'simple');
  app.use('/sms', receiptDoor(office));
  http = createServer(app);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterEach(async () => {
  http.closeAllConnections();
  await new Promise((resolve) => http.close(resolve));
  await closeTestOffice(office);
});

type HttpSettings = Extract<SmsSettings, { provider: 'http' }>;
const settings: HttpSettings = {
  ...{ provider: 'http', url: 'http://127.0.0.1:9/', method: 'GET', parameters: [], successPattern: '^0' },
  ...{ perSecond: 50, deduplicates: false, timeoutMs: 5_000 },
};
const use = (requestId: string, change: Partial<HttpSettings> = {}) =>
  setSmsSettings(office, admin, { requestId, settings: { ...settings, ...change } });
const path = async () => (await getReceiptPath(office, admin)).path ?? '';
const tell = async (query: string) => (await fetch(`${url}${await path()}?${query}`)).status;
const inState = async (state: SmsDoc['state']) => {
  const { _id } = await requestSms(office, { ...REQUEST, causeId: `document:${state}:1` });
  await smsMessages.of(office).updateOne({ _id }, { $set: { state, nextAt: null } });
  return _id;
};
const stateOf = async (_id: string) => (await smsMessages.of(office).findOne({ _id }).lean<SmsDoc>())?.state;

describe('a receipt', () => {
  it.each([
    ['accepted', '1', 'delivered'],
    ['accepted', '2', 'failed'],
    ['accepted', '8', 'accepted'],
    ['unknown', '8', 'accepted'],
    ['unknown', 'delivered', 'delivered'],
    ['unknown', '16', 'failed'],
    ['sending', '1', 'delivered'],
    ['delivered', '2', 'delivered'],
    ['failed', '1', 'failed'],
    ['suppressed', '1', 'suppressed'],
  ] as const)('for one %s that says %s leaves it %s, told twice as well', async (state, status, outcome) => {
    await use('settings-1');
    const id = await inState(state);
    for (let twice = 0; twice < 2; twice += 1) expect(await tell(`id=${id}&status=${status}`)).toBe(200);
    expect(await stateOf(id)).toBe(outcome);
  });

  it('is taken only at the address the office made, which administrators alone see and which stays', async () => {
    expect(await getReceiptPath(office, admin)).toEqual({ path: null });
    await use('settings-1');
    const made = await path();
    await use('settings-2', { perSecond: 9 });
    expect(await path()).toBe(made);
    await expect(getReceiptPath(office, callerWith('officer'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const id = await inState('unknown');
    for (const secret of ['x', 'null', '', made.slice(0, -1).split('/').at(-1)]) {
      expect((await fetch(`${url}/sms/receipts/${secret}?id=${id}&status=1`)).status).toBe(404);
    }
    expect(await stateOf(id)).toBe('unknown');
  });

  it('that says nothing sensible is answered and changes nothing', async () => {
    await use('settings-1');
    const id = await inState('accepted');
    for (const query of ['', `id=${id}`, `id=${id}&status=3`, `id=${id}&id=x&status=1`, `id[$ne]=x&status=1`]) {
      expect(await tell(query), query).toBe(400);
    }
    expect(await tell('id=nobody&status=1')).toBe(404);
    expect((await fetch(`${url}/sms/receipts/%ff?id=${id}&status=1`)).status).toBe(400);
    expect(await stateOf(id)).toBe('accepted');
  });

  it('of a real Kannel says that the SMS was delivered', async () => {
    const kannel = await startKannel();
    try {
      await use('settings-1');
      const fixed = (name: string, value: string) => ({ name, value, isSecret: false });
      const receipt = fixed('dlr-url', `${url}${await path()}?id={{requestId}}&status=%d`);
      const parameters = [...kannel.settings.parameters, fixed('dlr-mask', '31'), receipt];
      await use('settings-2', { ...kannel.settings, parameters });
      const { _id } = await requestSms(office, REQUEST);
      await sendSms(office, _id, office.blobFolder);
      await kannel.arrived(1);
      await vi.waitFor(async () => expect(await stateOf(_id)).toBe('delivered'), { timeout: 20_000, interval: 100 });
    } finally {
      await kannel.stop();
    }
  }, 60_000);
});
