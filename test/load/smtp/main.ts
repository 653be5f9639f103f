/**
 * How fast mail is accepted: our gateway beside a Postfix, in shuffled order, driven by smtp-source. Everything told
 * 250 is counted in the store afterwards. Then how fast letters are read, and how long another's waits behind one
 * sender's.
 *
 *   pnpm load:smtp [--mails 1000] [--bytes 10240] [--connections 20] [--rounds 5] [--warm 2000] [--letters 1000]
 *
 * Both are given the same mails to warm up on, uncounted: a door for mail stands open for months, and ours is compiled
 * by its engine while it runs.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { mails } from '@congso/domain/mail/mail-model';
import { openOffice } from '@congso/domain/open-office';
import { pino } from 'pino';
import { buildOffice } from '../../support/people/build-office.ts';
import { discarding, startPostfix } from '../../support/postfix/start-postfix.ts';
import { startBuilt } from '../../support/processes/start-built.ts';
import { startEngine, startRedis } from '../../support/processes/start-stores.ts';
import { measureReading } from './measure-reading.ts';

const run = promisify(execFile);
const { values } = parseArgs({
  // pnpm hands a lone "--" on.
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    mails: { type: 'string', default: '1000' },
    bytes: { type: 'string', default: '10240' },
    connections: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '5' },
    warm: { type: 'string', default: '2000' },
    letters: { type: 'string', default: '1000' },
    port: { type: 'string', default: '2526' },
  },
});
const count = Number(values.mails);
const RECIPIENT = 'vanthu@snv.example.vn';

const folder = await mkdtemp(join(tmpdir(), 'congso-load-smtp-'));
const closers: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
try {
  const engine = await startEngine({ dataDir: join(folder, 'mongo') });
  closers.push(engine.stop);
  const redis = await startRedis({ dir: join(folder, 'redis') });
  closers.push(redis.stop);
  const settings = { mongoUrl: engine.mongoUrl('load'), redisUrl: redis.url, redisPrefix: 'load' };
  const office = await openOffice({ ...settings, blobFolder: join(folder, 'blobs'), log: pino({ level: 'warn' }) });
  closers.push(office.close);
  await buildOffice(office);
  const env = {
    MONGODB_URL: settings.mongoUrl,
    REDIS_URL: settings.redisUrl,
    REDIS_PREFIX: settings.redisPrefix,
    BLOB_DIR: join(folder, 'blobs'),
    TLS_DIR: join(folder, 'tls'),
    SMTP_PORT: '0',
    SMTP_NAME: 'mx.snv.example.vn',
    LOG_LEVEL: 'warn',
  };
  const gateway = await startBuilt('mail-gateway', env, { onLine: (line) => process.stderr.write(`${line}\n`) });
  closers.push(gateway.stop);
  const postfix = await startPostfix(Number(values.port), discarding('snv.example.vn'));
  closers.push(postfix.stop);

  const receivers = [
    { name: 'Congso', port: gateway.port },
    { name: 'Postfix', port: postfix.port },
  ];
  const rates = new Map<string, number[]>(receivers.map(({ name }) => [name, []]));
  /** Neither pays for what the other has taken and still has to do. */
  const settle = async () => {
    while (!(await postfix.isEmpty())) await new Promise((resolve) => setTimeout(resolve, 100));
  };
  for (const { port } of receivers) {
    await send(port, Number(values.warm));
    await settle();
  }
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const order = Math.random() < 0.5 ? receivers : [...receivers].reverse();
    for (const { name, port } of order) {
      rates.get(name)?.push(count / (await send(port, count)));
      await settle();
    }
  }

  print(`${count} mails of ${values.bytes} bytes over ${values.connections} kept connections, mails a second\n`);
  print('receiver   median   all rounds');
  for (const [name, all] of rates) {
    const rounded = [...all].sort((a, b) => a - b).map(Math.round);
    print(`${name.padEnd(10)} ${String(rounded[Math.floor(rounded.length / 2)]).padStart(6)}   ${rounded.join(' ')}`);
  }
  const sent = Number(values.warm) + count * Number(values.rounds);
  const stored = await mails.of(office).countDocuments();
  let missing = 0;
  for await (const { rawSha256 } of mails.of(office).find({}, { rawSha256: 1 }).lean().cursor()) {
    if (rawSha256 === null || !(await office.blobs.has(rawSha256))) missing += 1;
  }
  print(`\naccepted ${sent}, recorded ${stored}, without their bytes ${missing}`);
  if (stored !== sent || missing > 0) process.exitCode = 1;

  const letters = Number(values.letters);
  const reading = await measureReading({ office, env, port: gateway.port, folder }, letters);
  print(`\nletters of one sender, each with a PDF: ${letters}; read ${reading.read}, unread ${reading.unread}`);
  print(`read a second, senders looked at: ${reading.perSecond.toFixed(1)}`);
  print(`another sender's letter behind them was read after ${(reading.waitedMs / 1_000).toFixed(1)} s`);
  print(`processor time of the workers and their children: ${reading.cpuMsEach.toFixed(0)} ms for each letter`);
  if (reading.unread > 0) process.exitCode = 1;
} finally {
  for (const close of closers.reverse()) await close();
}

/** Sends that many mails and answers the seconds it took; throws unless every one was accepted. */
async function send(port: number, mailCount: number): Promise<number> {
  const started = performance.now();
  await run('/usr/sbin/smtp-source', [
    ...['-d', '-s', values.connections, '-m', String(mailCount), '-l', values.bytes],
    ...['-f', 'sender@ext.example', '-t', RECIPIENT, `inet:127.0.0.1:${port}`],
  ]);
  return (performance.now() - started) / 1_000;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
