import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { SmsSettings } from '@congso/contract/sms';
import { KANNEL_PASSWORD, KANNEL_USER, kannelConf } from './kannel-conf.ts';
import { freePorts, portAnswers } from './ports.ts';

/** An SMS as it came out at the far end. */
export type ReceivedSms = { readonly to: string; readonly text: string };

/** A real Kannel with a fake telephone network behind it. */
export type Kannel = {
  /** The office's settings that send through it. */
  readonly settings: Extract<SmsSettings, { provider: 'http' }>;
  /** What has reached the network so far, in order. */
  readonly received: readonly ReceivedSms[];
  /** Waits until that many SMS have reached the network. */
  arrived(count: number): Promise<void>;
  stop(): Promise<void>;
};

const BEARERBOX = '/usr/sbin/bearerbox';
const SMSBOX = '/usr/sbin/smsbox';
const FAKESMSC = '/usr/lib/kannel/test/fakesmsc';
const GOT = /Got message \d+: <(\S+) (\S+) \S+ (.*)>$/;

/** Starts bearerbox, smsbox and the fake network (Debian's kannel and kannel-extras) on free loopback ports. */
export async function startKannel(): Promise<Kannel> {
  const folder = await mkdtemp(join(tmpdir(), 'congso-kannel-'));
  const [admin, boxes, network, sendsms] = await freePorts(4);
  const conf = join(folder, 'kannel.conf');
  await writeFile(conf, kannelConf({ admin, boxes, network, sendsms }, folder));
  const children: ChildProcess[] = [];
  const start = (program: string, ...options: string[]) => {
    const child = spawn(program, options, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    children.push(child);
    return child;
  };
  const stop = async () => {
    // The boxes before the bearer: one that loses its bearer tries for ever to find it again.
    for (const child of children.toReversed()) await end(child);
    await rm(folder, { recursive: true, force: true });
  };

  const received: ReceivedSms[] = [];
  const waiting = new Set<() => void>();
  try {
    start(BEARERBOX, '-v', '4', conf).stderr?.resume();
    await Promise.all([portAnswers(boxes), portAnswers(network)]);
    start(SMSBOX, '-v', '4', conf).stderr?.resume();
    await portAnswers(sendsms);
    // One idle message keeps the connection; the next would come an hour later.
    const phone = start(
      FAKESMSC,
      '-H',
      '127.0.0.1',
      '-r',
      String(network),
      '-i',
      '3600',
      '-m',
      '1000',
      '100 200 text nop',
    );
    if (!phone.stderr) throw new Error('fakesmsc has no output');
    const lines = createInterface({ input: phone.stderr });
    const connected = new Promise<void>((resolve, reject) => {
      lines.on('line', (line) => {
        if (line.includes('sent message 1')) resolve();
        const [, , to, text] = GOT.exec(line) ?? [];
        if (to === undefined || text === undefined) return;
        received.push({ to, text });
        for (const look of waiting) look();
      });
      phone.once('exit', (code) => reject(new Error(`fakesmsc ended with ${code}`)));
    });
    await connected;
  } catch (error) {
    await stop();
    throw error;
  }

  return {
    settings: settingsOf(sendsms),
    received,
    arrived: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (received.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    stop,
  };
}

function settingsOf(port: number): Kannel['settings'] {
  const fixed = (name: string, value: string, isSecret = false) => ({ name, value, isSecret });
  return {
    provider: 'http',
    url: `http://127.0.0.1:${port}/cgi-bin/sendsms`,
    method: 'GET',
    parameters: [
      fixed('username', KANNEL_USER),
      fixed('password', KANNEL_PASSWORD, true),
      fixed('from', 'CONGSO'),
      fixed('to', '{{to}}'),
      fixed('text', '{{text}}'),
    ],
    // 0: handed to the network; 3: kept until the network is back. Kannel delivers both.
    successPattern: '^[03]: ',
    perSecond: 50,
    deduplicates: false,
    timeoutMs: 10_000,
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await ended;
  clearTimeout(impatience);
}
