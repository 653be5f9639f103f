import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type MailDoc, mails } from '@congso/domain/mail/mail-model';
import type { ChildCommand } from '@congso/domain/mail/reading/children/limited-child';
import { readReceivedMail } from '@congso/domain/mail/working/read-received-mail';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildReadingChild } from '../support/mail/build-reading-child.ts';
import { buildOffice } from '../support/people/build-office.ts';
import { startGateway, type TestGateway } from '../support/smtp/start-gateway.ts';
import { sendRawMail } from '../support/smtp/talk-smtp.ts';
import { closeTestOffice, openTestOffice, type TestOffice } from '../support/test-office.ts';

// Vitest runs in the project's root.
const CORPUS = process.env.MAIL_CORPUS ?? '../shared/mail-corpus';
const MESSAGES = join(CORPUS, 'messages');
const files = existsSync(MESSAGES) ? (await readdir(MESSAGES)).sort() : [];
if (files.length === 0) process.stdout.write(`No mail corpus at ${CORPUS} (MAIL_CORPUS): its test is skipped.\n`);

const READ_WITHIN_MS = 60_000;

describe.skipIf(files.length === 0)('every file of the mail corpus', () => {
  let office: TestOffice;
  let gateway: TestGateway;
  let command: ChildCommand;
  beforeAll(async () => {
    office = await openTestOffice();
    await buildOffice(office);
    gateway = await startGateway(office);
    command = await buildReadingChild();
  });
  afterAll(async () => {
    await gateway.stop();
    await closeTestOffice(office);
  });

  it.concurrent.each(files)(
    '%s comes in by SMTP, is stored byte for byte, and is read or kept as an original',
    async (file) => {
      const raw = await readFile(join(MESSAGES, file));
      const from = `${file}@corpus.example`;
      expect(await sendRawMail(gateway.port, { from, to: ['vanthu@snv.example.vn'], raw })).toMatch(/^250 /);
      const mail = await findMail(from);
      // A client ends every message with CRLF; the dots it doubled are single again.
      const sent = raw.toString('latin1');
      const storedText = await readFile(office.blobs.path(mail.rawSha256 ?? ''), 'latin1');
      expect(storedText === (sent.endsWith('\r\n') ? sent : `${sent}\r\n`), 'stored bytes equal sent bytes').toBe(true);

      const started = performance.now();
      await readReceivedMail(office, mail._id, command);
      const tookMs = Math.round(performance.now() - started);
      const { state, kind, proposal, fileIds } = await findMail(from);
      expect(['proposed', 'original-only', 'quarantined']).toContain(state);
      expect(tookMs).toBeLessThan(READ_WITHIN_MS);
      const code = proposal?.codeText ? ` ${proposal.codeText.value}` : '';
      process.stdout.write(`${file}: ${state}, ${kind}, ${fileIds.length} files,${code} ${tookMs} ms\n`);
    },
    120_000,
  );

  async function findMail(from: string): Promise<MailDoc> {
    const mail = await mails.of(office).findOne({ 'envelope.from': from }).lean<MailDoc>();
    if (!mail) throw new Error(`no mail from ${from}`);
    return mail;
  }
});
