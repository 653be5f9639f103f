import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type FakeProvider, startFakeProvider } from '@congso/test/support/sms/fake-provider';
import { addPerson, callerWith, REQUEST } from '@congso/test/support/sms/sms-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { DUE_WORK } from '../../due-work.ts';
import { sweepDue } from '../../jobs/due-work.ts';
import { requestSms } from '../request-sms.ts';
import { setSmsSettings } from '../settings/sms-settings.ts';
import { smsMessages } from '../sms-model.ts';
import { SMS_LEASE_MS, sendSms } from './send-sms.ts';

const SENDER = fileURLToPath(import.meta.resolve('@congso/test/support/sms/send-one-sms'));

let office: TestOffice;
let fake: FakeProvider;
beforeEach(async () => {
  [office, fake] = await Promise.all([openTestOffice(), startFakeProvider()]);
  await addPerson(office, 'an', '+84912345678');
});
afterEach(async () => {
  await fake.stop();
  await closeTestOffice(office);
});

/** A worker that is killed with -9 when the provider has its request and has not answered. */
async function dieWhileSending(smsId: string): Promise<void> {
  fake.answer = () => undefined;
  const now = office.clock.now().toISOString();
  const options = [office.databaseUrl, inject('redisUrl'), office.redis.prefix, office.blobFolder, now, smsId];
  const worker: ChildProcess = spawn(process.execPath, ['--import', 'tsx', SENDER, ...options], {
    cwd: fileURLToPath(new URL('../../../../../', import.meta.url)),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(worker, 'exit');
  await Promise.race([fake.called(1), ended.then(() => Promise.reject(new Error('the worker ended by itself')))]);
  worker.kill('SIGKILL');
  await ended;
  fake.answer = (_request, response) => response.end('100');
}

async function afterDeath(deduplicates: boolean): Promise<string> {
  const settings = fake.settings({ deduplicates, timeoutMs: 60_000 });
  await setSmsSettings(office, callerWith('admin'), { requestId: 'settings-1', settings });
  const { _id } = await requestSms(office, REQUEST);
  await dieWhileSending(_id);
  await sendSms(office, _id, office.blobFolder);
  expect(await smsMessages.of(office).findOne({ _id }).lean()).toMatchObject({ state: 'sending' });
  office.clock.advance(SMS_LEASE_MS);
  expect(await sweepDue(office, DUE_WORK)).toBe(1);
  await sendSms(office, _id, office.blobFolder);
  return _id;
}

describe('a worker killed while it sends', () => {
  it('leaves an SMS that ends unknown and went out at most once', async () => {
    const _id = await afterDeath(false);
    expect(await smsMessages.of(office).findOne({ _id }).lean()).toMatchObject({
      state: 'unknown',
      reason: 'interrupted',
    });
    expect(fake.calls).toHaveLength(1);
  });

  it('leaves an SMS that is sent again under its id where the provider drops repeats', async () => {
    const _id = await afterDeath(true);
    expect(await smsMessages.of(office).findOne({ _id }).lean()).toMatchObject({ state: 'accepted' });
    expect(fake.calls.map(({ parameters }) => parameters.get('id'))).toEqual([`congso-${_id}`, `congso-${_id}`]);
  });
});
