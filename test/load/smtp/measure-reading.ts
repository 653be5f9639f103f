import { mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeLetterMail } from '@congso/demo/letters/make-letter-mail';
import type { LetterContent } from '@congso/demo/letters/make-letter-pdf';
import { mails } from '@congso/domain/mail/mail-model';
import type { Office } from '@congso/domain/office/office';
import { serveDns, type Zone } from '../../support/dns/serve-dns.ts';
import { startBuilt } from '../../support/processes/start-built.ts';
import { stuffed, talkSmtp } from '../../support/smtp/talk-smtp.ts';

/** Letters with different contents; each is sent many times under another name. */
const CONTENTS = 10;
const RECIPIENT = 'vanthu@snv.example.vn';
const FLOODING = 'so-a.example';
const OTHER = 'so-b.example';

const ZONE: Zone = Object.fromEntries(
  [FLOODING, OTHER].flatMap((domain) => [
    [`TXT ${domain}`, ['v=spf1 ip4:127.0.0.0/8 -all']],
    [`TXT _dmarc.${domain}`, ['v=DMARC1; p=reject']],
  ]),
);

/** What was read, how many a second on the whole, and how long one of another sender waited behind them. */
export type Reading = {
  readonly read: number;
  readonly unread: number;
  readonly perSecond: number;
  readonly waitedMs: number;
  /** Processor time of the workers and their children for each letter: it says more than the clock on a busy machine. */
  readonly cpuMsEach: number;
};

type Run = {
  readonly office: Office;
  /** What the processes are started with. */
  readonly env: NodeJS.ProcessEnv;
  readonly port: number;
  readonly folder: string;
};

/**
 * Sends ordinary letters of one sender (a few words and the letter as PDF) to an office that has read some before, and
 * while they wait one of another sender. What was accepted before and never read is left out.
 */
export async function measureReading({ office, env, port, folder }: Run, letters: number): Promise<Reading> {
  await mails.of(office).updateMany({ duty: { $ne: null } }, { $set: { duty: null, nextAt: null } });
  const dns = await serveDns(ZONE);
  const DATA_DIR = await mkdtemp(join(folder, 'data-'));
  const workers = await startBuilt(
    'workers',
    { ...env, DATA_DIR, DNS_SERVERS: dns.address },
    { onLine: (line) => process.stderr.write(`${line}\n`) },
  );
  try {
    const raws = await Promise.all(Array.from({ length: CONTENTS }, (_, index) => letterOf(FLOODING, index)));
    await deliver(port, FLOODING, raws.slice(0, 4));
    await until(async () => (await countUnread(office)) === 0);
    const before = await countRead(office);
    const cpuBefore = await readCpuMs(workers.pid);
    const started = performance.now();
    const flood = Array.from({ length: letters }, (_, index) => renamed(raws[index % CONTENTS] ?? '', index));
    await deliver(port, FLOODING, flood);
    const sent = performance.now();
    await deliver(port, OTHER, [await letterOf(OTHER, 0)]);
    await until(async () => (await countRead(office, OTHER)) === 1);
    const waitedMs = performance.now() - sent;
    await until(async () => (await countUnread(office)) === 0);
    const seconds = (performance.now() - started) / 1_000;
    const read = (await countRead(office)) - before - 1;
    return {
      read,
      unread: letters - read,
      perSecond: (read + 1) / seconds,
      waitedMs,
      cpuMsEach: ((await readCpuMs(workers.pid)) - cpuBefore) / (read + 1),
    };
  } finally {
    await workers.stop();
    await dns.close();
  }
}

/** Of a process, its children, and those it has waited for, by Linux's /proc. */
async function readCpuMs(pid: number): Promise<number> {
  const told = await readFile(`/proc/${pid}/stat`, 'utf8');
  const own = told.slice(told.lastIndexOf(')') + 2).split(' ');
  const ticks = own.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).split(' ').filter(Boolean);
  const ofChildren = await Promise.all(children.map((child) => readCpuMs(Number(child)).catch(() => 0)));
  return ticks * 10 + ofChildren.reduce((sum, one) => sum + one, 0);
}

async function letterOf(domain: string, index: number): Promise<string> {
  const content: LetterContent = {
    ...{ agency: 'SỞ TÀI CHÍNH', code: `${100 + index}/STC-NS`, place: 'Lạng Sơn', date: '2026-03-09' },
    ...{ type: 'Công văn', subject: `báo cáo tình hình thực hiện dự toán quý ${index}`, recipient: 'Sở Nội vụ' },
    paragraphs: Array.from({ length: 6 }, () => 'Đề nghị Quý cơ quan báo cáo tình hình thực hiện dự toán. '.repeat(4)),
    signer: { title: 'Giám đốc', name: 'Lê Thị Én' },
  };
  const sender = { name: 'Sở Tài chính', domain };
  const raw = await makeLetterMail({ content, sender, to: RECIPIENT, sentAt: new Date(), key: `vb-${index}` });
  return raw.toString('latin1');
}

const renamed = (raw: string, number: number) => raw.replace(/^Message-ID: </m, `Message-ID: <${number}-`);

/** Over a few connections, as a mail server does. */
async function deliver(port: number, domain: string, raws: readonly string[]): Promise<void> {
  const left = [...raws];
  await Promise.all(
    Array.from({ length: Math.min(4, raws.length) }, async () => {
      const talk = talkSmtp(port);
      await talk.reply();
      await talk.say(`EHLO mail.${domain}`);
      for (let raw = left.pop(); raw !== undefined; raw = left.pop()) {
        await talk.say(`MAIL FROM:<vanthu@${domain}>`);
        await talk.say(`RCPT TO:<${RECIPIENT}>`);
        await talk.say('DATA');
        talk.write(stuffed(Buffer.from(raw, 'latin1')));
        const answer = await talk.reply();
        if (!answer.startsWith('250')) throw new Error(`a letter was not taken: ${answer}`);
      }
      talk.drop();
    }),
  );
}

/** Not read, or its sender not looked at. */
const countUnread = (office: Office) => mails.of(office).countDocuments({ duty: { $ne: null }, authentication: null });

/** Read, of one sender or of all. */
const countRead = (office: Office, domain?: string) =>
  mails.of(office).countDocuments({
    state: 'proposed',
    ...(domain !== undefined && { 'envelope.from': `vanthu@${domain}` }),
  });

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 50));
}
