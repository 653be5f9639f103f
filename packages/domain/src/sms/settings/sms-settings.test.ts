import type { SmsSettings } from '@congso/contract/sms';
import { callerWith } from '@congso/test/support/sms/sms-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { history } from '../../history/history-model.ts';
import { getSmsSettings, loadSmsSettings, MASK, setSmsSettings } from './sms-settings.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => closeTestOffice(office));

const admin = callerWith('admin');
const http = (change: object = {}): SmsSettings => ({
  ...{ provider: 'http', url: 'https://sms.example.vn/send', method: 'POST', successPattern: '^100' },
  parameters: [{ name: 'key', value: 's3cret', isSecret: true }],
  ...{ perSecond: 5, deduplicates: false, timeoutMs: 5_000 },
  ...change,
});
const set = (settings: SmsSettings, requestId = 'request-1') => setSmsSettings(office, admin, { requestId, settings });

describe('the settings of SMS', () => {
  it('send nothing until somebody sets them', async () => {
    expect(await getSmsSettings(office, admin)).toEqual({ provider: 'none' });
  });

  it('are for administrators', async () => {
    await expect(getSmsSettings(office, callerWith('officer'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const input = { requestId: 'request-1', settings: http() };
    await expect(setSmsSettings(office, callerWith('officer'), input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('never give a secret back, not even to an administrator, nor into the history', async () => {
    expect(await set(http())).toMatchObject({ parameters: [{ value: MASK }] });
    expect(await getSmsSettings(office, admin)).toMatchObject({ parameters: [{ value: MASK }] });
    await office.relay.settled();
    expect(JSON.stringify(await history.of(office).find().lean())).not.toContain('s3cret');
  });

  it('keep a secret that comes back masked', async () => {
    await set(http());
    await set(http({ parameters: [{ name: 'key', value: MASK, isSecret: true }], perSecond: 9 }), 'request-2');
    expect(await loadSmsSettings(office)).toEqual(http({ perSecond: 9 }));
  });

  it('do not let a secret be sent to another address or be shown by calling it no secret', async () => {
    await set(http());
    const elsewhere = http({
      url: 'https://evil.example/',
      parameters: [{ name: 'key', value: MASK, isSecret: true }],
    });
    await expect(set(elsewhere, 'request-2')).rejects.toMatchObject({ code: 'BAD_INPUT' });
    const open = http({ parameters: [{ name: 'key', value: MASK, isSecret: false }] });
    await expect(set(open, 'request-3')).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it('refuse a pattern that is none and an address that is not of HTTP', async () => {
    await expect(set(http({ successPattern: '(' }))).rejects.toMatchObject({ field: 'settings.successPattern' });
    await expect(set(http({ url: 'file:///etc/passwd' }))).rejects.toMatchObject({ field: 'settings.url' });
  });
});
