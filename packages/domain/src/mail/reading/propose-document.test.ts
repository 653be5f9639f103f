import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ParsedMail, type Proposal, proposalSchema } from '@congso/contract/mail-reading';
import { type LetterContent, makeLetterPdf } from '@congso/demo/letters/make-letter-pdf';
import { describe, expect, it } from 'vitest';
import type { PdfText } from './child/child-result.ts';
import { readPdfText } from './child/read-pdf-text.ts';
import { proposeDocument } from './propose-document.ts';

const LETTER: LetterContent = {
  superior: 'UBND TỈNH LẠNG SƠN',
  agency: 'SỞ NỘI VỤ',
  code: '123/SNV-VP',
  place: 'Lạng Sơn',
  date: '2026-03-09',
  type: 'Công văn',
  subject: 'báo cáo kết quả rà soát thủ tục hành chính quý I năm 2026',
  recipient: 'Văn phòng Ủy ban nhân dân tỉnh',
  paragraphs: [
    'Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư, Sở Nội vụ đề nghị quý cơ quan báo cáo trước ngày 25 tháng 3 năm 2026.',
    'Trân trọng./.',
  ],
  signer: { title: 'Giám đốc', name: 'Nguyễn Văn Án' },
};
const KNOWN = [
  { name: 'Sở Nội vụ tỉnh Lạng Sơn', domains: ['snv.langson.example'], aliases: ['Sở Nội vụ Lạng Sơn', 'Sở Nội vụ'] },
  { name: 'Sở Tài chính tỉnh Lạng Sơn', domains: ['stc.langson.example'], aliases: [] },
];
const NOW = new Date('2026-03-10T02:00:00Z');

async function textOf(letter: LetterContent): Promise<PdfText> {
  const folder = await mkdtemp(join(tmpdir(), 'congso-letter-'));
  const file = join(folder, 'letter.pdf');
  await writeFile(file, await makeLetterPdf(letter));
  const text = await readPdfText(await readFile(file), 5);
  await rm(folder, { recursive: true });
  if (text === null) throw new Error('the letter has no text');
  return { ...text, attachment: 0 };
}

function mailOf(changes: Partial<ParsedMail> = {}): ParsedMail {
  return {
    kind: 'letter',
    from: { name: 'Văn thư Sở Nội vụ', address: 'vanthu@snv.langson.example' },
    to: [],
    cc: [],
    subject: 'Gửi công văn',
    sentAt: null,
    text: '',
    legacyEncoding: null,
    encoding: null,
    warnings: [],
    ...changes,
  };
}

function propose(mail: ParsedMail, pdfTexts: PdfText[] = [], pdfsWithoutText = 0) {
  return proposalSchema.parse(
    proposeDocument({ mail, attachments: [], pdfTexts, pdfsWithoutText, knownIssuers: KNOWN, now: NOW }),
  );
}

describe('a printed letter', () => {
  it('that is a dispatch gives every field from its heading', async () => {
    const proposal = propose(mailOf(), [await textOf({ ...LETTER, stamp: 'HỎA TỐC' })]);
    expect(proposal).toEqual({
      issuer: { value: 'Sở Nội vụ tỉnh Lạng Sơn', source: 'pdf' },
      codeText: { value: '123/SNV-VP', source: 'pdf' },
      codeNumber: { value: '123', source: 'pdf' },
      codeNotation: { value: 'SNV-VP', source: 'pdf' },
      issuedDate: { value: '2026-03-09', source: 'pdf' },
      documentType: { value: 'official-dispatch', source: 'pdf' },
      subject: { value: 'Báo cáo kết quả rà soát thủ tục hành chính quý I năm 2026', source: 'pdf' },
      urgency: { value: 'express', source: 'pdf' },
      secrecyMark: null,
      refersTo: null,
      deadline: { value: '2026-03-25', source: 'pdf' },
      meeting: null,
      notes: [],
    });
  });

  it('of a named type has its subject under the title, over several lines', async () => {
    const subject =
      'Về việc ban hành Kế hoạch cải cách hành chính nhà nước năm 2026 và phân công nhiệm vụ cho các phòng, đơn vị thuộc Sở Nội vụ tỉnh Lạng Sơn';
    const { recipient: _none, ...decision } = { ...LETTER, type: 'Quyết định', code: '5/QĐ-SNV', subject };
    const proposal = propose(mailOf(), [await textOf(decision)]);
    expect(proposal.documentType).toEqual({ value: 'decision', source: 'pdf' });
    expect(proposal.codeNumber).toEqual({ value: '05', source: 'pdf' });
    expect(proposal.codeNotation?.value).toBe('QĐ-SNV');
    expect(proposal.subject?.value).toBe(`B${subject.slice('Về việc b'.length)}`);
  });

  it('without a superior agency and with a long name is still read by columns', async () => {
    const { superior: _none, ...letter } = {
      ...LETTER,
      agency: 'ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN',
      code: '45/2026/QĐ-UBND',
    };
    const proposal = propose(mailOf({ from: null }), [await textOf({ ...letter, type: 'Quyết định' })]);
    expect(proposal.issuer).toEqual({ value: 'ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN', source: 'pdf' });
    expect(`${proposal.codeNumber?.value}/${proposal.codeNotation?.value}`).toBe('45/2026/QĐ-UBND');
    expect(proposal.notes).toEqual(['issuer-not-known']);
  });

  it('of an agency not yet known is called as its sender writes it, not in the capitals of the letterhead', async () => {
    const { superior: _none, ...letter } = { ...LETTER, agency: 'ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN', code: '45/QĐ-UBND' };
    const from = { name: 'Văn thư UBND tỉnh Lạng Sơn', address: 'vanthu@langson.example' };
    const proposal = propose(mailOf({ from }), [await textOf({ ...letter, type: 'Quyết định' })]);
    expect(proposal.issuer).toEqual({ value: 'UBND tỉnh Lạng Sơn', source: 'pdf' });
    expect(proposal.notes).toEqual(['issuer-not-known']);
    const other = propose(mailOf(), [await textOf({ ...letter, type: 'Quyết định' })]);
    expect(other.issuer?.value).toBe('ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN');
  });

  it('with a name so long that it touches the motto beside it, and a number that touches the date, is read by columns', () => {
    const line = (text: string, x: number, y: number, width: number) => ({ text, x, y, width, size: 13 });
    const firstPage = [
      line('ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 40, 60, 510),
      line('BAN QUẢN LÝ KHU KINH TẾ CỬA KHẨU Độc lập - Tự do - Hạnh phúc', 40, 76, 500),
      line('Số: 123/BQL-VP Lạng Sơn, ngày 09 tháng 3 năm 2026', 40, 100, 500),
      line('V/v báo cáo kết quả', 60, 116, 150),
    ];
    const pdf: PdfText = { attachment: 0, pageWidth: 595, firstPage, text: '' };
    const from = { name: 'Nguyễn Văn Bình', address: 'binh@other.example' };
    expect(propose(mailOf({ from }), [pdf])).toMatchObject({
      issuer: { value: 'BAN QUẢN LÝ KHU KINH TẾ CỬA KHẨU', source: 'pdf' },
      codeText: { value: '123/BQL-VP' },
      issuedDate: { value: '2026-03-09' },
      subject: { value: 'Báo cáo kết quả' },
    });
  });

  it('of the Party keeps its number as written', async () => {
    const proposal = propose(mailOf(), [await textOf({ ...LETTER, code: '12-NQ/TU', type: 'Nghị quyết' })]);
    expect(proposal.codeText?.value).toBe('12-NQ/TU');
    expect(proposal.codeNumber).toBeNull();
    expect(proposal.notes).toContain('code-unusual');
  });

  it('stamped secret is marked so, even when the mail says nothing and the stamp is on an annex', async () => {
    const annex = { ...(await textOf({ ...LETTER, code: '124/SNV-VP', stamp: 'MẬT' })), attachment: 1 };
    expect(propose(mailOf(), [await textOf(LETTER), annex]).secrecyMark).toEqual({
      value: 'confidential',
      source: 'pdf',
    });
  });

  it('bound together with an annex stamped secret is marked so, although its own first page is not', async () => {
    const paragraphs = [...Array.from({ length: 60 }, () => 'Trân trọng đề nghị quý cơ quan báo cáo.'), 'TỐI MẬT'];
    const bound = await textOf({ ...LETTER, paragraphs });
    expect(bound.firstPage.map(({ text }) => text)).not.toContain('TỐI MẬT');
    expect(propose(mailOf(), [bound]).secrecyMark).toEqual({ value: 'secret', source: 'pdf' });
  });

  it('beside a PDF that could not be read is proposed, and the clerk is told of the other', async () => {
    const proposal = propose(mailOf(), [await textOf(LETTER)], 1);
    expect(proposal.codeText?.value).toBe('123/SNV-VP');
    expect(proposal.notes).toEqual(['pdf-without-text']);
  });

  it('counts before the subject of the mail, and a difference is told', async () => {
    const proposal = propose(mailOf({ subject: 'Công văn số 321/SNV-VP ngày 1/2/2026' }), [await textOf(LETTER)]);
    expect(proposal.codeText).toEqual({ value: '123/SNV-VP', source: 'pdf' });
    expect(proposal.issuedDate?.value).toBe('2026-03-09');
    expect(proposal.notes).toContain('code-differs');
  });

  it('of one agency sent from the domain of another is told', async () => {
    const mail = mailOf({ from: { name: '', address: 'vt@stc.langson.example' } });
    const proposal = propose(mail, [await textOf(LETTER)]);
    expect(proposal.issuer?.value).toBe('Sở Nội vụ tỉnh Lạng Sơn');
    expect(proposal.notes).toContain('issuer-differs-from-sender');
  });

  it('dated in the future is told', async () => {
    expect(propose(mailOf(), [await textOf({ ...LETTER, date: '2026-03-11' })]).notes).toContain('date-in-future');
  });
});

describe('a mail without a readable PDF', () => {
  it('is proposed from its subject', () => {
    const proposal = propose(
      mailOf({ subject: '[KHẨN] Công văn số 15/SNV-TCBC ngày 2/3/2026 về việc báo cáo biên chế' }),
      [],
      1,
    );
    expect(proposal).toMatchObject({
      issuer: { value: 'Sở Nội vụ tỉnh Lạng Sơn', source: 'sender' },
      codeText: { value: '15/SNV-TCBC', source: 'subject' },
      issuedDate: { value: '2026-03-02', source: 'subject' },
      documentType: { value: 'official-dispatch', source: 'subject' },
      subject: { value: 'Báo cáo biên chế', source: 'subject' },
      urgency: { value: 'urgent', source: 'subject' },
      notes: ['pdf-without-text'],
    });
  });

  it('is proposed from a letter typed into its body, and a deadline there is not the date', () => {
    const text = 'SỞ NỘI VỤ\nSố: 9/TB-SNV\nLạng Sơn, ngày 2 tháng 3 năm 2026\nĐề nghị báo cáo trước ngày 15/3/2026.';
    expect(propose(mailOf({ text }))).toMatchObject({
      codeText: { value: '09/TB-SNV', source: 'body' },
      issuedDate: { value: '2026-03-02', source: 'body' },
      documentType: { value: 'announcement', source: 'body' },
    });
    const deadlineOnly = propose(mailOf({ text: 'Báo cáo theo Công văn số 12/SNV-VP trước ngày 15/3/2026.' }));
    expect(deadlineOnly.issuedDate).toBeNull();
    expect(deadlineOnly.codeText).toBeNull();
  });

  it('that speaks of another letter has neither its number nor its date, and tells which it is', () => {
    const spoken: [string, Proposal['refersTo']][] = [
      [
        'Thu hồi Công văn số 31/SNNMT-QLĐĐ ngày 05/11/2025',
        { relation: 'recalls', codeText: '31/SNNMT-QLĐĐ', issuedDate: '2025-11-05' },
      ],
      ['Đính chính Quyết định 5/QĐ-UBND', { relation: 'corrects', codeText: '05/QĐ-UBND', issuedDate: null }],
      ['Re: Công văn số 31/SNNMT-QLĐĐ', { relation: 'replies-to', codeText: '31/SNNMT-QLĐĐ', issuedDate: null }],
      [
        'V/v trả lời Công văn số 31/SNNMT-QLĐĐ, ngày 5/11/2025',
        { relation: 'replies-to', codeText: '31/SNNMT-QLĐĐ', issuedDate: '2025-11-05' },
      ],
      ['Báo cáo theo công văn 31/SNNMT-QLĐĐ', { relation: 'refers-to', codeText: '31/SNNMT-QLĐĐ', issuedDate: null }],
    ];
    for (const [subject, refersTo] of spoken) {
      const expected = { codeText: null, codeNumber: null, codeNotation: null, issuedDate: null, refersTo };
      expect(propose(mailOf({ subject })), subject).toMatchObject(expected);
    }
    expect(propose(mailOf({ subject: 'Công văn số 15/SNV-VP trả lời Công văn số 31/SNN-VP' }))).toMatchObject({
      codeText: { value: '15/SNV-VP' },
      refersTo: { codeText: '31/SNN-VP', relation: 'replies-to' },
    });
  });

  it('that invites has the day of the meeting for no date of its own', () => {
    for (const subject of ['Giấy mời họp ngày 05/12/2025', 'Công văn số 15/SNV-VP mời họp ngày 05/12/2025'])
      expect(propose(mailOf({ subject })).issuedDate, subject).toBeNull();
    const text = 'SỞ NỘI VỤ\nSố: 9/GM-SNV\nKính mời dự họp tại Lạng Sơn, ngày 12 tháng 3 năm 2026\nTrân trọng';
    expect(propose(mailOf({ text })).issuedDate).toBeNull();
  });

  it('from a person or a role is of no agency that their name would make', () => {
    for (const name of ['Đoàn Thị Lan', 'Cục trưởng Cục Thuế', 'Bộ phận một cửa'])
      expect(propose(mailOf({ from: { name, address: 'x@other.example' } })).issuer, name).toBeNull();
  });

  it('is marked by the strongest mark there is, in whichever place', () => {
    const mail = mailOf({ subject: 'Mật: gửi kèm' });
    const attachments = [{ secrecyMark: null }, { secrecyMark: 'top-secret' as const }];
    const input = { mail, attachments, pdfTexts: [], pdfsWithoutText: 0, knownIssuers: [], now: NOW };
    expect(proposeDocument(input).secrecyMark).toEqual({ value: 'top-secret', source: 'file' });
  });

  it('with nothing to go by proposes nothing', () => {
    const proposal = propose(mailOf({ from: null, subject: '' }));
    expect(Object.values({ ...proposal, notes: null }).every((field) => field === null)).toBe(true);
    expect(proposal.notes).toEqual(['issuer-not-known']);
  });

  it('of hostile length is proposed at once and within the register columns', () => {
    const started = performance.now();
    const hostile = 'Số: 1/QĐ-A ngày 12/3/2026, [MẬT '.repeat(30_000);
    propose(mailOf({ text: hostile, subject: hostile.slice(0, 2000) }));
    propose(mailOf({ text: 'theo số 1/A-B '.repeat(70_000), subject: '['.repeat(2000) }));
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
