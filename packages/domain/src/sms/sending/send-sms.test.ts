import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SmsSettings } from '@congso/contract/sms';
import { type FakeProvider, startFakeProvider } from '@congso/test/support/sms/fake-provider';
import { addPerson, callerWith, REQUEST } from '@congso/test/support/sms/sms-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DUE_WORK } from '../../due-work.ts';
import { history } from '../../history/history-model.ts';
import { sweepDue } from '../../jobs/due-work.ts';
import { requestSms } from '../request-sms.ts';
import { setSmsSettings } from '../settings/sms-settings.ts';
import { settleSms } from '../settle-sms.ts';
import { type SmsDoc, smsMessages } from '../sms-model.ts';
import { SMS_LEASE_MS, sendSms } from './send-sms.ts';

let office: TestOffice;
let fake: FakeProvider;
let folder: string;
beforeEach(async () => {
  [office, fake] = await Promise.all([openTestOffice(), startFakeProvider()]);
  folder = join(office.blobFolder, 'sms');
  await addPerson(office, 'an', '+84912345678');
  await use(fake.settings());
});
afterEach(async () => {
  await fake.stop();
  await closeTestOffice(office);
});

let settingsNumber = 0;
const use = (settings: SmsSettings) => {
  settingsNumber += 1;
  return setSmsSettings(office, callerWith('admin'), { requestId: `settings-${settingsNumber}`, settings });
};
const read = async (id: string) => {
  const sms = await smsMessages.of(office).findOne({ _id: id }).lean<SmsDoc>();
  if (!sms) throw new Error('the SMS is gone');
  return sms;
};
const request = async (change = {}) => (await requestSms(office, { ...REQUEST, ...change }))._id;
const sendAndRead = async (id: string) => {
  await sendSms(office, id, folder);
  return read(id);
};

describe('sending an SMS', () => {
  it('calls the provider once, however many workers are woken however often', async () => {
    const id = await request();
    await Promise.all(Array.from({ length: 8 }, () => sendSms(office, id, folder)));
    await sendSms(office, id, folder);
    expect(await read(id)).toMatchObject({ state: 'accepted', sentAt: office.clock.now(), nextAt: null });
    expect(fake.calls).toHaveLength(1);
    await office.relay.settled();
    const lines = await history.of(office).find({ entityId: id }).sort({ version: 1 }).lean();
    expect(lines.map(({ action }) => action)).toEqual(['queued', 'sending', 'accepted']);
  });

  it('that was wanted while the clock was ahead goes out when the clock is right', async () => {
    const right = office.clock.now();
    office.clock.advance(7 * 60 * 60 * 1_000);
    const id = await request();
    office.clock.set(right);
    expect(await sweepDue(office, DUE_WORK)).toBe(1);
    expect(await sendAndRead(id)).toMatchObject({ state: 'accepted', sentAt: right });
    expect(await sweepDue(office, DUE_WORK)).toBe(0);
  });

  it('is journaled before the provider hears of it', async () => {
    const id = await request();
    let seen: string | null = null;
    fake.answer = async (_request, response) => {
      seen = (await read(id)).state;
      response.end('100');
    };
    await sendSms(office, id, folder);
    expect(seen).toBe('sending');
  });

  it('that the provider refuses has failed, with what the provider said', async () => {
    fake.answer = (_request, response) => response.end('104 Brandname not registered');
    expect(await sendAndRead(await request())).toMatchObject({
      state: 'failed',
      reason: '104 Brandname not registered',
    });
  });

  it('waits for a provider that cannot be reached, and is given up at last', async () => {
    await use({ ...fake.settings(), url: 'http://127.0.0.1:9/' });
    const id = await request();
    expect(await sendAndRead(id)).toMatchObject({ state: 'queued', reason: 'ECONNREFUSED', attempts: 1 });
    expect(await sendAndRead(id)).toMatchObject({ attempts: 1 });
    for (let attempt = 2; attempt <= 6; attempt += 1) {
      office.clock.set((await read(id)).nextAt ?? office.clock.now());
      await sendSms(office, id, folder);
    }
    expect(await read(id)).toMatchObject({ state: 'failed', attempts: 6, nextAt: null });
  });

  it('of which the provider says nothing is unknown and never sent again', async () => {
    fake.answer = (received) => received.socket.destroy();
    const id = await request();
    expect(await sendAndRead(id)).toMatchObject({ state: 'unknown', nextAt: null });
    office.clock.advance(SMS_LEASE_MS * 100);
    await sendSms(office, id, folder);
    expect(fake.calls).toHaveLength(1);
  });

  it('of which the provider says nothing is sent again under the same id where it drops repeats', async () => {
    await use(fake.settings({ deduplicates: true }));
    fake.answer = (received) => received.socket.destroy();
    const id = await request();
    expect(await sendAndRead(id)).toMatchObject({ state: 'sending' });
    fake.answer = (_request, response) => response.end('100');
    office.clock.advance(SMS_LEASE_MS);
    expect(await sendAndRead(id)).toMatchObject({ state: 'accepted' });
    expect(fake.calls.map(({ parameters }) => parameters.get('id'))).toEqual([`congso-${id}`, `congso-${id}`]);
  });

  it('in doubt at one provider is not sent through another', async () => {
    fake.answer = (received) => received.socket.destroy();
    await use(fake.settings({ deduplicates: true }));
    const id = await request();
    await sendSms(office, id, folder);
    await use({ provider: 'folder' });
    office.clock.advance(SMS_LEASE_MS);
    expect(await sendAndRead(id)).toMatchObject({ state: 'unknown', reason: 'interrupted' });
  });

  it('does not wake anybody at night unless it is express', async () => {
    office.clock.set(new Date('2026-03-10T14:00:00Z'));
    expect(await sendAndRead(await request())).toMatchObject({ state: 'suppressed', reason: 'quiet-hours' });
    const express = await request({ causeId: 'document:d2:4', isExpress: true });
    expect(await sendAndRead(express)).toMatchObject({ state: 'accepted' });
  });

  it('says so where the office sends none', async () => {
    await use({ provider: 'none' });
    expect(await sendAndRead(await request())).toMatchObject({ state: 'suppressed', reason: 'no-provider' });
  });

  it('writes a file in development', async () => {
    await use({ provider: 'folder' });
    const id = await request();
    expect(await sendAndRead(id)).toMatchObject({ state: 'accepted' });
    expect(await readdir(folder)).toEqual([`${id}.txt`]);
    expect(await readFile(join(folder, `${id}.txt`), 'utf8')).toContain('van ban den so 12/2026');
  });
});

describe('an SMS of unknown outcome', () => {
  const unknown = async () => {
    fake.answer = (received) => received.socket.destroy();
    return (await sendAndRead(await request()))._id;
  };
  const settle = (smsId: string, requestId = 'settle-01', caller = callerWith('admin')) =>
    settleSms(office, caller, { requestId, smsId, outcome: 'accepted' });

  it('is settled by an administrator, once, and is not sent again', async () => {
    const id = await unknown();
    expect(await settle(id)).toMatchObject({ state: 'accepted' });
    expect(await settle(id)).toMatchObject({ state: 'accepted' });
    await expect(settle(id, 'settle-02')).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await sendSms(office, id, folder);
    expect(fake.calls).toHaveLength(1);
  });

  it('is not settled by anybody else', async () => {
    await expect(settle(await unknown(), 'settle-01', callerWith('officer'))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});
