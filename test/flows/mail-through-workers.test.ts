import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MailDoc, mails } from '@congso/domain/mail/mail-model';
import { expect, inject, it } from 'vitest';
import { buildOffice } from '../support/people/build-office.ts';
import { startBuilt } from '../support/processes/start-built.ts';
import { startGateway } from '../support/smtp/start-gateway.ts';
import { sendRawMail } from '../support/smtp/talk-smtp.ts';
import { closeTestOffice, openTestOffice } from '../support/test-office.ts';

it('a letter that came while all workers were dead is read and its sender checked when they are back', async () => {
  const office = await openTestOffice({ now: new Date() });
  await buildOffice(office);
  const gateway = await startGateway(office);
  const data = await mkdtemp(join(tmpdir(), 'congso-data-'));
  const raw = 'From: a@ext.example\r\nSubject: Cong van so 12/SNV-VP\r\nMessage-ID: <w@ext.example>\r\n\r\nx\r\n';
  expect(await sendRawMail(gateway.port, { to: ['vanthu@snv.example.vn'], raw })).toMatch(/^250 /);
  await office.relay.settled();
  // Redis forgot whom to wake: the mail's own nextAt is what counts.
  for (const queue of office.queues.all()) await queue.obliterate({ force: true });
  const said: string[] = [];
  const env = {
    MONGODB_URL: office.databaseUrl,
    REDIS_URL: inject('redisUrl'),
    REDIS_PREFIX: office.redis.prefix,
    BLOB_DIR: office.blobFolder,
    DATA_DIR: data,
    DNS_SERVERS: '127.0.0.1:9',
    LOG_LEVEL: 'warn',
  };
  const workers = await startBuilt('workers', env, { onLine: (line) => said.push(line) });
  const mail = () => mails.of(office).findOne().lean<MailDoc>();
  await expect.poll(async () => (await mail())?.state, { timeout: 30_000 }).toBe('proposed');
  await expect.poll(async () => (await mail())?.authentication?.againLater, { timeout: 30_000 }).toBe(true);
  expect(await workers.stop()).toEqual({ code: 0, signal: null });
  // An operator who reads the log finds no warning of the runtime's in it.
  expect(said.filter((line) => line.includes('Warning'))).toEqual([]);
  await gateway.stop();
  await rm(data, { recursive: true, force: true });
  await closeTestOffice(office);
}, 90_000);
