import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeLetterPdf } from '@congso/demo/letters/make-letter-pdf';
import { makeMail } from '@congso/demo/letters/make-mail';
import { buildReadingChild } from '@congso/test/support/mail/build-reading-child';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ReadMail, readMail } from '../read-mail.ts';
import { type RunChild, runLimitedChild } from '../run-limited-child.ts';
import { type ChildPool, keepChildren } from './child-pool.ts';
import { type ChildCommand, type ChildLimits, startLimitedChild } from './limited-child.ts';

const FROM = 'From: van thu <vanthu@snv.example>';
const LIMITS: ChildLimits = { timeoutMs: 60_000, memoryBytes: 700 * 1024 * 1024 };
const POOL = { letters: 100, residentBytes: 350 * 1024 * 1024, idleMs: 60_000, startMs: 60_000 };

let command: ChildCommand;
let work: string;
let pool: ChildPool;
beforeAll(async () => {
  command = await buildReadingChild();
  work = await mkdtemp(join(tmpdir(), 'congso-pool-'));
});
beforeEach(() => {
  pool = keepChildren(POOL);
  return () => pool.close();
});
afterAll(() => rm(work, { recursive: true }));

/** A program that tells its process id of every start, then is the command. */
async function counted(): Promise<{ command: ChildCommand; started(): Promise<number> }> {
  const log = join(await mkdtemp(join(work, 'log-')), 'pids');
  const script = `${log}.sh`;
  await writeFile(script, `#!/bin/sh\necho $$ >> ${log}\nexec "$@"\n`, { mode: 0o755 });
  const started = async () => (await readFile(log, 'utf8')).trim().split('\n').length;
  return { command: [script, ...command], started };
}

async function read(
  raw: string | Buffer,
  by: ChildCommand,
  limits: Partial<ChildLimits> = {},
  run: RunChild = pool.run,
): Promise<ReadMail> {
  const folder = await mkdtemp(join(work, 'out-'));
  const rawFile = join(await mkdtemp(join(work, 'raw-')), 'mail.eml');
  await writeFile(rawFile, raw);
  return readMail({ rawFile, folder, envelopeFrom: '', command: by, run, childLimits: { ...LIMITS, ...limits } });
}

const letter = (subject: string) =>
  `${FROM}\r\nSubject: ${subject}\r\nContent-Type: text/plain\r\n\r\nKinh gui ${subject}.`;
const subjectOf = (reading: ReadMail) => (reading.outcome === 'read' ? reading.mail.subject : reading.reason);

describe('kept children', { timeout: 120_000 }, () => {
  it('read many letters each, with PDFs and without, and every letter is what it is read alone', async () => {
    const { command: by, started } = await counted();
    const pdf = await makeLetterPdf({
      ...{ agency: 'SỞ NỘI VỤ', code: '7/GM-SNV', place: 'Lạng Sơn', date: '2026-03-09', type: 'Giấy mời' },
      ...{ subject: 'Họp giao ban', paragraphs: ['Kính mời dự họp.'], signer: { title: 'A', name: 'B' } },
    });
    const broken = { type: 'application/pdf', content: '%PDF-1.4\nrac' };
    const withPdf = makeMail({
      header: [FROM, 'Subject: pdf'],
      parts: [{ type: 'application/pdf', content: pdf }, broken],
    });
    const raws = [
      letter('a'),
      withPdf,
      letter('b'),
      withPdf,
      `${FROM}\r\nContent-Type: text/html\r\n\r\n<p>__proto__ &constructor;`,
    ];
    for (const raw of raws) {
      const alone = await read(raw, command, {}, runLimitedChild);
      const { attachments: _, ...kept } = { ...(await read(raw, by)), attachments: [] };
      expect(kept).toEqual({ ...alone, attachments: undefined });
    }
    expect(await started()).toBe(1);
  });

  it('do not outlive a letter they failed over, and the next one is read by another', async () => {
    const { command: by, started } = await counted();
    expect(subjectOf(await read(letter('a'), by))).toBe('a');
    expect(subjectOf(await read(letter('b'), by, { timeoutMs: 1 }))).toBe('time');
    expect(subjectOf(await read(letter('c'), by))).toBe('c');
    expect(subjectOf(await read(letter('d'), by))).toBe('d');
    expect(await started()).toBe(2);
  });

  it('end after so many letters, when they have grown, and when nothing is to be read', async () => {
    for (const limits of [{ letters: 1 }, { residentBytes: 1_000 }]) {
      const { command: by, started } = await counted();
      const other = keepChildren({ ...POOL, ...limits });
      for (const name of ['a', 'b']) expect(subjectOf(await read(letter(name), by, {}, other.run))).toBe(name);
      expect(await started()).toBe(2);
      other.close();
    }
    const { command: by, started } = await counted();
    const other = keepChildren({ ...POOL, idleMs: 1 });
    await read(letter('a'), by, {}, other.run);
    await expect
      .poll(async () => {
        await read(letter('b'), by, {}, other.run);
        return started();
      })
      .toBeGreaterThan(1);
    other.close();
  });
});

/** A child in the place of ours that was taken over: it does what `source` says with `line`, a socket to whoever started it. */
const taken = (source: string): ChildCommand => [
  process.execPath,
  '-e',
  `const line = new (require('net').Socket)({ fd: 3 });
   const say = (text) => line.write(text + '\\n');
   const done = (isFit = true) => say(JSON.stringify({ kind: 'done', isFit }));
   line.once('data', () => { ${source} }); done();`,
];

describe('a child that a letter has taken over', { timeout: 60_000 }, () => {
  const give = async (source: string, limits: Partial<ChildLimits> = {}) => {
    const child = await startLimitedChild(taken(source), 'serve', tmpdir());
    expect(await child.ready(30_000)).toBeNull();
    const task = { task: 'read', folder: work } as never;
    const failure = await child.give(task, { ...LIMITS, ...limits });
    const isFit = child.isFit();
    child.kill();
    return { failure, isFit };
  };

  it('is killed when it says what none of ours says: another form, a line without end', async () => {
    for (const source of [
      `say('{}')`,
      `say('x')`,
      `line.write('x'.repeat(5_000))`,
      `say(JSON.stringify({ kind: 'ask', number: 1, name: 'a', type: 'ANY' }))`,
    ])
      expect(await give(source), source).toEqual({ failure: 'crashed', isFit: false });
  });

  it('is killed when it waits for nothing, or uses more of the processor than it may', async () => {
    expect(await give('', { waitingMs: 300 })).toEqual({ failure: 'time', isFit: false });
    expect(await give('for (;;);', { cpuMs: 300 })).toEqual({ failure: 'time', isFit: false });
  });

  it('is not given another letter when the first has left something behind', async () => {
    expect(await give('done(false)')).toEqual({ failure: null, isFit: false });
    expect(await give('done()')).toEqual({ failure: null, isFit: true });
  });
});
