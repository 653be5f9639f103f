import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeLetterPdf } from '@congso/demo/letters/make-letter-pdf';
import { encodedLine, makeMail } from '@congso/demo/letters/make-mail';
import { buildReadingChild } from '@congso/test/support/mail/build-reading-child';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { READING_LIMITS } from './child/limits.ts';
import type { ChildCommand } from './children/limited-child.ts';
import { proposeDocument } from './propose-document.ts';
import { type ReadMail, type ReadMailOptions, readMail } from './read-mail.ts';
import { defaultChildCommand } from './run-limited-child.ts';

const FIXTURES = fileURLToPath(new URL('../../../../../test/fixtures/mail/', import.meta.url));
const FROM = 'From: van thu <vanthu@snv.example>';
const MB = 1024 * 1024;

let command: ChildCommand;
let work: string;
beforeAll(async () => {
  command = await buildReadingChild();
  work = await mkdtemp(join(tmpdir(), 'congso-read-'));
});
afterAll(() => rm(work, { recursive: true }));

async function readFileOf(rawFile: string, options: Partial<ReadMailOptions> = {}): Promise<ReadMail> {
  const folder = await mkdtemp(join(work, 'out-'));
  return readMail({ rawFile, folder, envelopeFrom: 'vanthu@snv.example', command, ...options });
}

async function readRaw(raw: Buffer | string, options: Partial<ReadMailOptions> = {}): Promise<ReadMail> {
  const rawFile = join(await mkdtemp(join(work, 'raw-')), 'mail.eml');
  await writeFile(rawFile, raw);
  return readFileOf(rawFile, options);
}

/** The message as read; fails the test where it was not. */
async function readOf(raw: Buffer | string, options: Partial<ReadMailOptions> = {}) {
  const read = await readRaw(raw, options);
  if (read.outcome !== 'read') throw new Error(`original only: ${read.reason}`);
  return read;
}

const plain = (header: string, body: string) => `${header}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}`;

describe('Vietnamese letters as programs of thirty years wrote them', () => {
  const subjects: Record<string, string> = {
    'vn-d01-utf8-b64-subject-qp-body':
      'Công văn số 123/SNV-VP về việc báo cáo kết quả rà soát thủ tục hành chính quý I năm 2025',
    'vn-d02-utf8-nfd': 'Giấy mời họp giao ban tháng Ba',
    'vn-d03-windows1258-8bit': 'Thông báo lịch nghỉ lễ Giỗ Tổ',
    'vn-d04-windows1258-qp-split-at-tone': 'Báo cáo tiến độ dự án',
    'vn-d05-viscii-qp': 'Quyết định bổ nhiệm cán bộ',
    'vn-d06-tcvn3-unlabelled-html': 'quyết định số 45 về tổ chức bộ máy',
    'vn-d07-vni-font-html': 'Việc triển khai kế hoạch năm',
    'vn-d08-raw-utf8-headers': 'Tờ trình xin chủ trương đầu tư',
    'vn-d09-rfc2231-filename-pdf': 'Gửi kèm công văn',
    'vn-d10-encodedword-filename': 'Phụ lục',
    'vn-d11-raw-1258-header': 'Kế hoạch kiểm tra công vụ',
    'vn-d12-encodedword-splits-utf8-char': 'Tiếng Việt đầy đủ dấu',
    'vn-d13-calendar-invite': 'Giấy mời: Họp giao ban tuần',
    'vn-d14-auto-reply': 'Trả lời tự động: Đã nhận văn bản',
    'vn-d15-duplicate-subject-from': 'Công văn thật',
    'vn-d16-eai-address': 'Thư gửi qua SMTPUTF8',
  };
  const letters = new Map<string, Extract<ReadMail, { outcome: 'read' }>>();
  beforeAll(async () => {
    for (const file of (await readdir(FIXTURES)).filter((name) => name.startsWith('vn-'))) {
      const read = await readFileOf(join(FIXTURES, file));
      if (read.outcome === 'read') letters.set(file.replace('.eml', ''), read);
    }
  });

  it.each(Object.entries(subjects))('%s has its subject, in NFC', (file, subject) => {
    expect(letters.get(file)?.mail.subject).toBe(subject);
    expect(subject.normalize('NFC')).toBe(subject);
  });

  it('have their text in NFC whatever the charset', () => {
    for (const file of [
      'vn-d01-utf8-b64-subject-qp-body',
      'vn-d02-utf8-nfd',
      'vn-d03-windows1258-8bit',
      'vn-d05-viscii-qp',
    ])
      expect(letters.get(file)?.mail.text, file).toContain('Kính gửi: Văn phòng Ủy ban nhân dân tỉnh');
    expect(letters.get('vn-d07-vni-font-html')?.mail.text).toBe('Độc lập - Tự do - Hạnh phúc');
  });

  it('have their names', () => {
    expect(letters.get('vn-d08-raw-utf8-headers')?.mail.from?.name).toBe('Văn thư Sở Nội vụ');
    expect(letters.get('vn-d11-raw-1258-header')?.mail.from?.name).toBe('Phòng Tổ chức');
    expect(letters.get('vn-d09-rfc2231-filename-pdf')?.attachments[0]?.name).toBe(
      'Công văn số 123 về rà soát thủ tục hành chính - bản ký số.pdf',
    );
    expect(letters.get('vn-d10-encodedword-filename')?.attachments[0]?.name).toBe('Phụ lục kèm theo Quyết định.docx');
  });

  it('have the address of an IDN domain in ASCII, where a look-alike shows', () => {
    const address = letters.get('vn-d16-eai-address')?.mail.from?.address;
    expect(address).toMatch(/^nguyễn\.ánh@xn--[a-z\d-]+\.example$/);
  });

  it('are told from what is no letter, and warn of what is doubtful', () => {
    expect(letters.get('vn-d13-calendar-invite')?.mail.kind).toBe('calendar');
    expect(letters.get('vn-d14-auto-reply')?.mail).toMatchObject({ kind: 'auto-reply' });
    expect(letters.get('vn-d15-duplicate-subject-from')?.mail).toMatchObject({
      from: { address: 'vanthu@sonoivu.example' },
      warnings: ['duplicate-subject', 'duplicate-from'],
    });
    expect(letters.get('vn-d06-tcvn3-unlabelled-html')?.mail.legacyEncoding).toBe('tcvn3');
    expect(letters.get('vn-d07-vni-font-html')?.mail.legacyEncoding).toBe('vni');
  });
});

describe('a letter with its PDF', () => {
  const LETTER = {
    agency: 'SỞ NỘI VỤ',
    code: '7/GM-SNV',
    place: 'Lạng Sơn',
    date: '2026-03-09',
    type: 'Giấy mời',
    subject: 'Họp giao ban công tác văn thư',
    paragraphs: ['Kính mời dự họp.'],
    signer: { title: 'Chánh văn phòng', name: 'Lê Thị Én' },
  };

  it('and more of them is searched for secrecy marks to the last, and what was not read is counted', async () => {
    const plain = await makeLetterPdf(LETTER);
    const stamped = await makeLetterPdf({ ...LETTER, stamp: 'MẬT' });
    const parts = [plain, plain, plain, plain, stamped].map((content) => ({ type: 'application/pdf', content }));
    const raw = makeMail({ header: [FROM, 'Subject: x'], parts });
    const all = await readOf(raw);
    expect(all.pdfsWithoutText).toBe(0);
    const { secrecyMark } = proposeDocument({ ...all, knownIssuers: [], now: new Date('2026-03-10') });
    expect(secrecyMark).toEqual({ value: 'confidential', source: 'pdf' });
    expect(await readOf(raw, { limits: { ...READING_LIMITS, pdfs: 2 } })).toMatchObject({ pdfsWithoutText: 3 });
  }, 60_000);

  it('is read and proposed whole, from the TypeScript source as from the bundle', async () => {
    const pdf = await makeLetterPdf({ ...LETTER, superior: 'UBND TỈNH LẠNG SƠN' });
    const raw = makeMail({
      header: [
        FROM,
        'To: congvan@office.example',
        encodedLine('Subject', 'Gửi giấy mời'),
        'Date: Mon, 09 Mar 2026 08:15:00 +0700',
      ],
      parts: [
        { type: 'text/plain; charset=utf-8', content: 'Kính gửi kèm.' },
        {
          type: 'application/octet-stream',
          header: ['Content-Disposition: attachment; filename="gm.bin"'],
          content: pdf,
        },
      ],
    });
    for (const started of [command, defaultChildCommand()]) {
      const read = await readOf(raw, { command: started });
      expect(read.mail).toMatchObject({
        kind: 'letter',
        subject: 'Gửi giấy mời',
        sentAt: '2026-03-09T01:15:00.000Z',
      });
      const [file] = read.attachments;
      expect(file).toMatchObject({
        name: 'gm.bin',
        declaredMime: 'application/octet-stream',
        mime: 'application/pdf',
        isDecoration: false,
      });
      expect(
        createHash('sha256')
          .update(await readFile(file?.path ?? ''))
          .digest('hex'),
      ).toBe(file?.sha256);
      expect(file?.sha256).toBe(createHash('sha256').update(pdf).digest('hex'));
      expect(proposeDocument({ ...read, knownIssuers: [], now: new Date('2026-03-10') })).toMatchObject({
        codeText: { value: '07/GM-SNV', source: 'pdf' },
        documentType: { value: 'invitation', source: 'pdf' },
        issuedDate: { value: '2026-03-09', source: 'pdf' },
        subject: { value: 'Họp giao ban công tác văn thư', source: 'pdf' },
      });
    }
  }, 60_000);
});

describe('pictures', { timeout: 60_000 }, () => {
  /** The beginning of a PNG, which is where its size stands. */
  const png = (width: number, height: number, bytes = 2_000) => {
    const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    const size = Buffer.alloc(8);
    size.writeUInt32BE(width, 0);
    size.writeUInt32BE(height, 4);
    return Buffer.concat([head, size, Buffer.from('08060000000000000000', 'hex'), Buffer.alloc(bytes, 1)]);
  };

  it('that the text shows and that are small are counted and no files; a page, a large or a loose one is a file', async () => {
    const html = '<p>x</p><img src="cid:logo"><img src="cid:page"><img src="cid:heavy"><img src="cid:odd">';
    const picture = (id: string, content: Buffer) => ({
      type: 'image/png',
      header: [`Content-ID: <${id}>`, `Content-Disposition: inline; filename="${id}.png"`],
      content,
    });
    const parts = [
      { type: 'text/html; charset=utf-8', content: html },
      picture('logo', png(200, 60)),
      picture('page', png(1240, 1754)),
      picture('heavy', png(200, 60, 100_000)),
      picture('loose', png(200, 60)),
      picture('odd', Buffer.from('89504e470d0a1a0a', 'hex')),
    ];
    const { attachments } = await readOf(makeMail({ header: [FROM, 'Subject: x'], parts }));
    expect(attachments.map(({ name, isDecoration }) => [name, isDecoration])).toEqual([
      ['logo.png', true],
      ['page.png', false],
      ['heavy.png', false],
      ['loose.png', false],
      ['odd.png', false],
    ]);
  });
});

describe('hostile mail', { timeout: 60_000 }, () => {
  it('has no attachment of a type that runs, nor of one that its bytes belie', async () => {
    const page = '<!doctype html><script>alert(1)</script>';
    const drawing = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
    const parts = [
      ['text/html', page],
      ['application/xhtml+xml', page],
      ['image/svg+xml', drawing],
      ['text/javascript', 'alert(1)'],
      ['image/png', page],
      ['application/pdf', page],
      ['text/csv', 'a;b'],
    ];
    const attached = parts.flatMap(([type, content], index) => [
      '--b',
      `Content-Type: ${type}`,
      `Content-Disposition: attachment; filename="${index}"`,
      '',
      content,
    ]);
    const head = [FROM, 'Subject: x', 'Content-Type: multipart/mixed; boundary=b', ''];
    const { attachments } = await readOf([...head, ...attached, '--b--', ''].join('\r\n'));
    const bytes = 'application/octet-stream';
    expect(attachments.map(({ mime }) => mime)).toEqual([bytes, bytes, bytes, bytes, bytes, bytes, 'text/csv']);
    expect(attachments[0]?.declaredMime).toBe('text/html');
  });

  it('of 1.9 MB nested tables is read, its text too', async () => {
    const html = `${'<table><tr><td>'.repeat(126_000)}cuối`;
    expect(html.length).toBeGreaterThan(1.8 * MB);
    const read = await readOf(`${FROM}\r\nSubject: bom\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`, {
      childLimits: { timeoutMs: 15_000 },
    });
    expect(read.mail.text).toBe('cuối');
    expect(read.mail.warnings).toEqual([]);
  });

  it('of 1,200 parts is read to the last, of 5,000 with sender, subject and date, and says so', async () => {
    const header = `${FROM}\r\n${encodedLine('Subject', 'Công văn số 15/SNV-VP')}\r\nDate: Mon, 09 Mar 2026 08:15:00 +0700`;
    const of = (count: number, part: (index: number) => string) =>
      `${header}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${Array.from({ length: count }, (_, i) => `--b\r\nContent-Type: ${part(i)}\r\n`).join('')}--b--`;
    const shown = {
      from: { name: 'van thu', address: 'vanthu@snv.example' },
      subject: 'Công văn số 15/SNV-VP',
      sentAt: '2026-03-09T01:15:00.000Z',
    };
    const many = await readOf(of(1_200, (i) => `text/plain\r\n\r\nphan ${i}`));
    expect(many.mail).toMatchObject({ ...shown, warnings: [] });
    expect(many.mail.text).toMatch(/^phan 0\n\nphan 1\n(?:.*\n)+phan 1199$/);
    const more = await readOf(of(5_000, (i) => `text/plain\r\n\r\nphan ${i}`));
    expect(more.mail).toMatchObject({ ...shown, warnings: ['parts-cut'] });
    const files = await readOf(of(1_200, (i) => `text/csv; name=${i}.csv\r\n\r\n${'a;b\r\n'.repeat(i % 7)}`));
    expect(files.mail.warnings).toEqual(['attachments-cut']);
    expect(files.attachments).toHaveLength(READING_LIMITS.attachments);
  });

  it('of 1.2 MB or 9 MB of header is read, its body too, and says what of the header was not', async () => {
    const filler = 'X-Long: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n';
    for (const lines of [22_000, 160_000]) {
      const header = `${FROM}\r\nSubject: som\r\nTo: ${'a@b.vn,\r\n '.repeat(10_000)}c@d.vn\r\n${filler.repeat(lines)}`;
      const { mail } = await readOf(plain(`${header}X-Last: x`, 'Kính gửi'));
      expect(mail).toMatchObject({ from: { address: 'vanthu@snv.example' }, subject: 'som' });
      expect(mail.warnings).toEqual(['header-cut', 'addresses-cut']);
      // Behind four megabytes nothing of a header is looked for, the type of the body neither.
      if (lines === 22_000) expect(mail.text).toBe('Kính gửi');
      else expect(mail.text).toContain('gửi');
    }
    const late = await readOf(plain(`${filler.repeat(25_000)}${FROM}\r\nSubject: muon`, 'x'));
    expect(late.mail).toMatchObject({ subject: 'muon', from: { address: 'vanthu@snv.example' } });
  });

  it('of 25 MB of text, in one line or in many, is read and cut', async () => {
    for (const body of ['Dòng chữ dài. \r\n'.repeat(1_400_000), 'a'.repeat(25 * MB)]) {
      const read = await readOf(plain(`${FROM}\r\nSubject: dài`, body), { childLimits: { memoryBytes: 220 * MB } });
      expect(read.mail.text).toHaveLength(MB);
      expect(read.mail.warnings).toContain('text-cut');
    }
    const oneLine = `${FROM}\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${'=C3=A0'.repeat(4 * MB)}`;
    expect(['read', 'original-only']).toContain((await readRaw(oneLine)).outcome);
  });

  it('of 25 MB of attachment streams to disk, and what exceeds the budget is left out and told', async () => {
    const big = { type: 'application/zip', content: Buffer.alloc(18 * MB, 7) };
    const raw = makeMail({
      header: [FROM, 'Subject: to'],
      parts: [{ type: 'text/plain', content: 'x' }, big, { ...big, content: 'nhỏ' }],
    });
    const whole = await readOf(raw, { childLimits: { memoryBytes: 220 * MB } });
    expect(whole.attachments.map(({ size }) => size)).toEqual([18 * MB, 5]);
    const cut = await readOf(raw, { limits: { ...READING_LIMITS, attachmentBytes: MB } });
    expect(cut.attachments).toEqual([]);
    expect(cut.mail.warnings).toContain('attachments-cut');
    const few = await readOf(raw, { limits: { ...READING_LIMITS, attachments: 1 } });
    expect(few.attachments).toHaveLength(1);
    expect(few.mail.warnings).toContain('attachments-cut');
  });

  it('of 900 nested multiparts, of 30,000 addresses, of 100,000 unclosed brackets ends in bounded time', async () => {
    const nested = Array.from(
      { length: 900 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
    ).join('');
    expect((await readRaw(`${FROM}\r\n${nested}`, { childLimits: { timeoutMs: 15_000 } })).outcome).toBe('read');
    const to = `To: ${Array.from({ length: 30_000 }, (_, i) => `a${i}@b.vn`).join(',\r\n ')}`;
    const addressed = await readOf(plain(`${FROM}\r\n${to}`, 'x'), { childLimits: { timeoutMs: 15_000 } });
    expect(addressed.mail.to).toHaveLength(200);
    expect(addressed.mail.warnings).toContain('addresses-cut');
    const brackets = await readRaw(plain(`From: ${'<('.repeat(100_000)}\r\nSubject: ${'=?'.repeat(100_000)}`, 'x'), {
      childLimits: { timeoutMs: 15_000 },
    });
    expect(brackets.outcome === 'read' || brackets.reason === 'time').toBe(true);
  });

  it('cannot put controls, halves of characters, another direction or another address into what is shown', async () => {
    const read = await readOf(
      plain(
        'From: "ubnd@tinh.example\u202E" <x@evil.example>\r\nSubject: =?UTF-8?B?YQAbWzMxbWLtoIDigK5j?=\r\nDate: khi nào đó',
        'a\u0000b\u001b[31mc\u202Ed\ttab',
      ),
    );
    expect(read.mail.subject).not.toMatch(/[\p{Cc}\p{Cs}\u202E]/u);
    expect(read.mail.text).toBe('ab[31mcd\ttab');
    expect(read.mail.sentAt).toBeNull();
    expect(read.mail.from?.address).toBe('x@evil.example');
    expect(read.mail.warnings).toContain('name-holds-address');
  });

  it('with fields and entities called as what every object has is read like any other', async () => {
    const names = ['Constructor', '__proto__', 'toString', 'hasOwnProperty', 'Date'];
    const header = names.flatMap((name) => [`${name}: a`, `${name}: b`]).join('\r\n');
    const body = '<p>một &toString; hai &valueOf; ba &constructor;</p>';
    const read = await readOf(`${FROM}\r\n${header}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${body}`);
    expect(read.mail.warnings).toEqual(['duplicate-date']);
    expect(read.mail.text).toBe('một &toString; hai &valueOf; ba &constructor;');
  });

  it('with a damaged, encrypted or endless PDF is read without that PDF’s text', async () => {
    const files = [
      '%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>>endobj trailer<</Root 1 0 R>>',
      '%PDF-1.4\nrác',
    ];
    const parts = files.map((content) => ({ type: 'application/pdf', content }));
    const read = await readOf(
      makeMail({ header: [FROM, 'Subject: pdf'], parts: [{ type: 'text/plain', content: 'x' }, ...parts] }),
    );
    expect(read).toMatchObject({ pdfTexts: [], pdfsWithoutText: 2 });
  });
});

describe('the child', { timeout: 60_000 }, () => {
  const script = (source: string): ChildCommand => [process.execPath, '-e', source];
  const leave = (json: unknown) =>
    script(
      `const t = JSON.parse(process.argv[1]); require('fs').writeFileSync(t.folder + '/result.json', ${JSON.stringify(JSON.stringify(json))})`,
    );

  it('that never ends is killed, and the original is what remains', async () => {
    const started = Date.now();
    expect(await readRaw('x', { command: script('for (;;);'), childLimits: { timeoutMs: 700 } })).toEqual({
      outcome: 'original-only',
      reason: 'time',
      mail: null,
    });
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  it('that eats memory is killed, buffers and heap alike', async () => {
    const buffers = 'const a = []; setInterval(() => a.push(Buffer.alloc(30e6, 1)), 20)';
    expect(await readRaw('x', { command: script(buffers), childLimits: { memoryBytes: 300 * MB } })).toEqual({
      outcome: 'original-only',
      reason: 'memory',
      mail: null,
    });
    const heap: ChildCommand = [
      process.execPath,
      '--max-old-space-size=64',
      '-e',
      'const a = []; for (;;) a.push({ b: [1, 2, 3] })',
    ];
    expect(await readRaw('x', { command: heap })).toEqual({ outcome: 'original-only', reason: 'memory', mail: null });
  });

  it('that was taken over is not believed: another form, a file elsewhere, a link, a wrong hash', async () => {
    expect(await readRaw('x', { command: leave({ mail: 'x' }) })).toMatchObject({ outcome: 'original-only' });
    const { mail } = await readOf(plain(FROM, 'x'));
    const attachment = {
      name: 'a',
      declaredMime: '',
      mime: '',
      size: 0,
      sha256: 'a'.repeat(64),
      inline: false,
      contentId: null,
    };
    const result = { mail, pdfTexts: [], pdfsWithoutText: 0, isWhole: true };
    for (const file of ['../../etc/passwd', 'a000']) {
      const taken = leave({ ...result, attachments: [{ ...attachment, file }] });
      expect(await readRaw('x', { command: taken })).toEqual({
        outcome: 'original-only',
        reason: 'malformed',
        mail: null,
      });
    }
    const linked = script(
      `const t = JSON.parse(process.argv[1]), fs = require('fs'); fs.symlinkSync('/etc/passwd', t.folder + '/a000');` +
        `fs.writeFileSync(t.folder + '/result.json', ${JSON.stringify(JSON.stringify({ ...result, attachments: [{ ...attachment, file: 'a000' }] }))})`,
    );
    expect(await readRaw('x', { command: linked })).toEqual({
      outcome: 'original-only',
      reason: 'malformed',
      mail: null,
    });
  });

  it('that died over a PDF has left the letter', async () => {
    const { mail } = await readOf(plain(`${FROM}\r\nSubject: còn`, 'x'));
    const left = { mail, attachments: [], pdfTexts: [], pdfsWithoutText: 1, isWhole: true };
    const dies = script(
      `const t = JSON.parse(process.argv[1]); require('fs').writeFileSync(t.folder + '/result.json', ${JSON.stringify(JSON.stringify(left))}); for (;;);`,
    );
    expect(await readRaw('x', { command: dies, childLimits: { timeoutMs: 1_000 } })).toMatchObject({
      outcome: 'read',
      mail: { subject: 'còn' },
      pdfsWithoutText: 1,
    });
  });

  it('is not given our environment, where the passwords are', async () => {
    process.env.CONGSO_TEST_SECRET = 'x';
    const tells = script(`if (process.env.CONGSO_TEST_SECRET) for (;;); process.exit(75)`);
    await expect(readRaw('x', { command: tells, childLimits: { timeoutMs: 2_000 } })).rejects.toThrow(
      'the child that was to read',
    );
    delete process.env.CONGSO_TEST_SECRET;
  });

  it('that somebody else killed, or that could not begin, says nothing about the letter; one that fell over it does', async () => {
    for (const started of [
      script(`process.kill(process.pid, 'SIGKILL'); for (;;);`),
      script(`process.kill(process.pid, 'SIGTERM'); for (;;);`),
      [process.execPath, join(work, 'no-such-child.mjs')] as const,
    ])
      await expect(readRaw('x', { command: started })).rejects.toThrow('the child that was to read');
    const fell = script(`process.kill(process.pid, 'SIGSEGV'); for (;;);`);
    expect(await readRaw('x', { command: fell })).toEqual({
      outcome: 'original-only',
      reason: 'malformed',
      mail: null,
    });
  });

  it('fails loudly for our own faults: no such file, no such program, no room', async () => {
    await expect(readFileOf(join(work, 'no-such.eml'))).rejects.toThrow('ENOENT');
    await expect(readRaw('x', { command: ['/no/such/program'] })).rejects.toThrow('ENOENT');
    await expect(readRaw('x', { folder: '/dev/null/no' })).rejects.toThrow();
  });
});
