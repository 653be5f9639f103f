import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MailDoc, mails } from '@congso/domain/mail/mail-model';
import { openOffice } from '@congso/domain/open-office';
import { pino } from 'pino';
import { expect, inject, it } from 'vitest';
import { buildOffice } from '../support/people/build-office.ts';
import { type BuiltProcess, startBuilt } from '../support/processes/start-built.ts';
import { startEngine } from '../support/processes/start-stores.ts';
import { startGateway } from '../support/smtp/start-gateway.ts';
import { sendRawMail, stuffed, talkSmtp } from '../support/smtp/talk-smtp.ts';
import { closeTestOffice, openTestOffice } from '../support/test-office.ts';

const REGISTRY = 'vanthu@snv.example.vn';
const letter = (id: string) =>
  `From: a@ext.example\r\nSubject: ${id}\r\nMessage-ID: <${id}@ext.example>\r\n\r\n${`${id} `.repeat(500)}\r\n`;

it('a gateway killed again and again under load has every letter it answered 250 for, once and whole', async () => {
  const office = await openTestOffice();
  await buildOffice(office);
  const tls = await mkdtemp(join(tmpdir(), 'congso-tls-'));
  const env = {
    MONGODB_URL: office.databaseUrl,
    REDIS_URL: inject('redisUrl'),
    REDIS_PREFIX: office.redis.prefix,
    BLOB_DIR: office.blobFolder,
    TLS_DIR: tls,
    SMTP_PORT: '0',
    LOG_LEVEL: 'silent',
  };
  let gateway: BuiltProcess = await startBuilt('mail-gateway', env);
  const accepted = new Set<string>();
  let isOver = false;

  /** Sends letter after letter, each until it is answered 250, as a relay's queue does. */
  async function relay(name: number): Promise<void> {
    for (let number = 0; !isOver; number += 1) {
      const id = `${name}-${number}`;
      while (!accepted.has(id)) {
        const answer = await deliver(letter(id));
        if (answer?.startsWith('250')) accepted.add(id);
        else if (isOver) return;
      }
    }
  }
  /** Null when the gateway is away or dies on the way. */
  async function deliver(raw: string): Promise<string | null> {
    const talk = talkSmtp(gateway.port);
    try {
      await talk.reply();
      for (const line of ['EHLO s.example', 'MAIL FROM:<a@ext.example>', `RCPT TO:<${REGISTRY}>`, 'DATA']) {
        await talk.say(line);
      }
      talk.write(stuffed(Buffer.from(raw)));
      return await talk.reply();
    } catch {
      return null; // hung up: the letter stays in the sender's queue
    } finally {
      talk.drop();
    }
  }

  const relays = Array.from({ length: 8 }, (_, name) => relay(name));
  for (let kill = 1; kill <= 4; kill += 1) {
    await expect.poll(() => accepted.size, { timeout: 20_000 }).toBeGreaterThan(kill * 25);
    await gateway.kill9();
    gateway = await startBuilt('mail-gateway', env);
  }
  await expect.poll(() => accepted.size, { timeout: 20_000 }).toBeGreaterThan(150);
  isOver = true;
  await Promise.all(relays);
  await gateway.stop();

  const stored = await mails.of(office).find({}, { messageId: 1, rawSha256: 1 }).lean<MailDoc[]>();
  const byId = new Map(stored.map((mail) => [mail.messageId ?? '', mail]));
  expect(byId.size).toBe(stored.length);
  for (const id of accepted) {
    const mail = byId.get(`${id}@ext.example`);
    expect(mail, `${id} was answered 250`).toBeDefined();
    expect(await readFile(office.blobs.path(mail?.rawSha256 ?? ''), 'utf8')).toBe(letter(id));
  }
  await rm(tls, { recursive: true, force: true });
  await closeTestOffice(office);
}, 120_000);

it('a gateway that is stopped while a client is connected tells it so and ends in order', async () => {
  const office = await openTestOffice();
  const tls = await mkdtemp(join(tmpdir(), 'congso-tls-'));
  const gateway = await startBuilt('mail-gateway', {
    MONGODB_URL: office.databaseUrl,
    REDIS_URL: inject('redisUrl'),
    REDIS_PREFIX: office.redis.prefix,
    BLOB_DIR: office.blobFolder,
    TLS_DIR: tls,
    SMTP_PORT: '0',
    LOG_LEVEL: 'silent',
  });
  const idle = talkSmtp(gateway.port);
  expect(await idle.reply()).toMatch(/^220 /);
  const ended = gateway.stop();
  expect(await idle.reply()).toMatch(/^421 /);
  expect(await ended).toEqual({ code: 0, signal: null });
  await rm(tls, { recursive: true, force: true });
  await closeTestOffice(office);
}, 60_000);

it('while the database is away mail is put off, not sent back; when it is back mail is accepted', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'congso-away-'));
  const dataDir = join(folder, 'mongo');
  let engine = await startEngine({ dataDir });
  const office = await openOffice({
    mongoUrl: engine.mongoUrl('away'),
    redisUrl: inject('redisUrl'),
    redisPrefix: `away-${process.pid}`,
    blobFolder: join(folder, 'blobs'),
    log: pino({ level: 'silent' }),
  });
  await buildOffice(office);
  const gateway = await startGateway(office);
  const send = (id: string) => sendRawMail(gateway.port, { to: [REGISTRY], raw: letter(id) });
  expect(await send('before')).toMatch(/^250 /);

  // The recipient has been accepted already: the refusal can only come behind the letter's last dot.
  const talk = talkSmtp(gateway.port);
  await talk.reply();
  for (const line of ['EHLO s.example', 'MAIL FROM:<a@ext.example>', `RCPT TO:<${REGISTRY}>`, 'DATA']) {
    await talk.say(line);
  }
  await office.relay.settled();
  await engine.kill9();
  talk.write(stuffed(Buffer.from(letter('meanwhile'))));
  expect(await talk.reply()).toMatch(/^451 4\.3\.0 /);
  talk.drop();
  expect(await send('meanwhile')).toMatch(/^451 4\.3\.0 /);

  engine = await startEngine({ dataDir });
  await expect.poll(() => send('meanwhile'), { timeout: 20_000 }).toMatch(/^250 /);
  const ids = (await mails.of(office).find().lean<MailDoc[]>()).map((mail) => mail.messageId);
  expect(ids.sort()).toEqual(['before@ext.example', 'meanwhile@ext.example']);
  await gateway.stop();
  await office.close();
  await engine.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);
