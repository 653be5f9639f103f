import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildReadingChild } from '@congso/test/support/mail/build-reading-child';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChildCommand } from './children/limited-child.ts';
import { proposeDocument } from './propose-document.ts';
import { readMail } from './read-mail.ts';

const CASES = fileURLToPath(new URL('../../../../../test/fixtures/mail-cases/', import.meta.url));

let command: ChildCommand;
let work: string;
beforeAll(async () => {
  command = await buildReadingChild();
  work = await mkdtemp(join(tmpdir(), 'congso-cases-'));
});
afterAll(() => rm(work, { recursive: true }));

async function read(name: string) {
  const folder = await mkdtemp(join(work, 'out-'));
  const found = await readMail({
    rawFile: join(CASES, `${name}.eml`),
    folder,
    envelopeFrom: 'vanthu@so.example',
    command,
  });
  if (found.outcome !== 'read') throw new Error(`original only: ${found.reason}`);
  return { ...found, proposal: proposeDocument({ ...found, knownIssuers: [], now: new Date('2026-11-29') }) };
}

describe('letters that once came out wrong', { timeout: 60_000 }, () => {
  it('scanned pages shown inside the text are the letter’s files', async () => {
    const { attachments, proposal } = await read('02-scan-as-inline-pictures');
    expect(attachments.map(({ name, isDecoration, findings }) => [name, isDecoration, findings])).toEqual([
      ['trang1.jpg', false, ['unread']],
      ['trang2.jpg', false, ['unread']],
    ]);
    expect(proposal.codeText?.value).toBe('412/SNV-TCBC');
  });

  it('a letter stamped secret inside a ZIP is seen', async () => {
    const { attachments, proposal } = await read('03-secret-in-zip');
    expect(attachments).toMatchObject([{ name: 'cv.zip', secrecyMark: 'confidential' }]);
    expect(proposal.secrecyMark).toEqual({ value: 'confidential', source: 'file' });
  });

  it('a subject that begins with the mark is marked, without punctuation too', async () => {
    const { proposal } = await read('04-subject-toi-mat');
    expect(proposal.secrecyMark).toEqual({ value: 'secret', source: 'subject' });
  });

  it('the number of the letter that is answered is offered as that, and not proposed', async () => {
    const { proposal } = await read('05-subject-other-letters-number');
    expect(proposal).toMatchObject({
      codeText: null,
      codeNumber: null,
      issuedDate: null,
      refersTo: { relation: 'replies-to', codeText: '31/SNNMT-QLĐĐ', issuedDate: '2026-11-05' },
    });
  });

  it('a body in windows-1258 that says no charset is decoded, and said to be guessed', async () => {
    const { mail } = await read('06-body-cp1258-unlabelled');
    expect(mail.text).toBe('Kính gửi quý Sở, đề nghị hỗ trợ khắc phục lũ lụt.');
    expect(mail).toMatchObject({ encoding: 'windows-1258', warnings: ['body-charset-guessed'] });
  });

  it('the address of a link that is the letter stands in the text', async () => {
    const { mail, attachments } = await read('07-letter-is-the-text-and-a-link');
    expect(attachments).toEqual([]);
    expect(mail.text).toContain('Công văn 412.pdf (https://drive.so.example/cv/412.pdf)');
  });

  it('an attached letter says that it was not opened', async () => {
    const { attachments } = await read('08-nested-letter-unopened');
    expect(attachments).toMatchObject([{ name: 'attachment-1.eml', findings: ['unopened'] }]);
  });

  it('a part with a name is a file, whatever it is and wherever it stands', async () => {
    const { attachments, mail } = await read('10-inline-html-file-vanishes');
    expect(attachments.map(({ name, findings }) => [name, findings])).toEqual([
      ['ghi chu.txt', []],
      ['inline.txt', []],
      ['bao cao.html', ['script']],
      ['so lieu.csv', []],
      ['edoc.xml', []],
      ['cv.rtf', ['unread']],
    ]);
    expect(mail.text).toBe('Kính gửi');
  });
});
