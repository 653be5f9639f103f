import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildReadingChild } from '@congso/test/support/mail/build-reading-child';
import { describe, expect, it } from 'vitest';
import { proposeDocument } from './propose-document.ts';
import { readMail } from './read-mail.ts';

const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url));
const OWN = join(ROOT, 'test/fixtures/mail');
const SHARED = process.env.MAIL_CORPUS ?? join(ROOT, '../shared/mail-corpus');
/** Wall clock and memory within which each file must end. */
const BOUNDS = { timeoutMs: 20_000, memoryBytes: 400 * 1024 * 1024 };

/** The corpus' messages; the project's own alone where there is no corpus on this machine. */
async function listMessages(): Promise<string[]> {
  const messages = join(SHARED, 'messages');
  const folder = existsSync(messages) ? messages : OWN;
  if (folder === OWN)
    say(`no mail corpus in ${SHARED} (MAIL_CORPUS names another place): only the project's own messages are read`);
  return (await readdir(folder))
    .filter((name) => name.endsWith('.eml'))
    .map((name) => join(folder, name))
    .sort();
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

describe('the mail corpus', () => {
  it('is read to the last file: each ends as a proposal or as original only, in bounded time and memory', async () => {
    const command = await buildReadingChild();
    const work = await mkdtemp(join(tmpdir(), 'congso-corpus-'));
    const files = await listMessages();
    const verdicts = new Map<string, string>();
    const readNext = async (queue: string[]): Promise<void> => {
      for (let rawFile = queue.pop(); rawFile !== undefined; rawFile = queue.pop())
        verdicts.set(rawFile, await verdictOf(rawFile, await mkdtemp(join(work, 'out-')), command));
    };
    const queue = [...files].reverse();
    await Promise.all([readNext(queue), readNext(queue)]);
    for (const file of files) say(`${file.slice(file.lastIndexOf('/') + 1).padEnd(58)} ${verdicts.get(file)}`);
    await rm(work, { recursive: true });

    expect(verdicts.size).toBe(files.length);
    expect([...verdicts.values()].filter((verdict) => /^original only: (?:time|memory)/.test(verdict))).toEqual([]);
  }, 300_000);
});

async function verdictOf(
  rawFile: string,
  folder: string,
  command: Awaited<ReturnType<typeof buildReadingChild>>,
): Promise<string> {
  const started = Date.now();
  const read = await readMail({ rawFile, folder, envelopeFrom: null, command, ...BOUNDS });
  const took = `${Date.now() - started} ms`;
  if (read.outcome === 'original-only') return `original only: ${read.reason}, ${took}`;
  const proposal = proposeDocument({ ...read, knownIssuers: [], now: new Date() });
  const found = Object.entries(proposal).filter(([name, field]) => name !== 'notes' && field !== null);
  const warnings = read.mail.warnings.length === 0 ? '' : ` (${read.mail.warnings.join(', ')})`;
  return `${read.mail.kind}: ${found.length} fields, ${read.attachments.length} attachments${warnings}, ${took}`;
}
