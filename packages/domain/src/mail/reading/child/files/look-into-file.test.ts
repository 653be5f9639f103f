import { deflateRawSync } from 'node:zlib';
import { makeLetterPdf } from '@congso/demo/letters/make-letter-pdf';
import { describe, expect, it } from 'vitest';
import { firstFindings } from './first-findings.ts';
import { lookIntoFile } from './look-into-file.ts';

const BOUNDS = { pdfPages: 5, until: Date.now() + 600_000 };
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const BYTES = 'application/octet-stream';

type Zipped = { name: string; content?: Buffer | string; says?: number; isEncrypted?: boolean };

/** A ZIP as its specification says, which may also lie about the size of what it holds. */
function zip(files: readonly Zipped[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, content = '', says, isEncrypted = false } of files) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const called = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE((isEncrypted ? 1 : 0) | 0x800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(says ?? bytes.length, 18);
    common.writeUInt16LE(called.length, 22);
    const head = Buffer.concat([Buffer.from('PK\x03\x04'), common, called, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, tail, called]));
    local.push(head);
    at += head.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, directory, end]);
}

const look = async (name: string, content: Buffer | string, mime = BYTES) => {
  const { findings, secrecyMark } = await lookIntoFile({ name, mime, bytes: Buffer.from(content) }, BOUNDS);
  return { findings, secrecyMark };
};
const letter = (stamp?: string) =>
  makeLetterPdf({
    agency: 'SỞ NỘI VỤ',
    code: '7/GM-SNV',
    place: 'Lạng Sơn',
    date: '2026-03-09',
    type: 'Giấy mời',
    subject: 'Họp giao ban',
    paragraphs: ['Kính mời dự họp.'],
    signer: { title: 'Chánh văn phòng', name: 'Lê Thị Én' },
    ...(stamp && { stamp }),
  });

describe('a ZIP', () => {
  const inZip = (...files: Zipped[]) => look('cv.zip', zip(files), 'application/zip');

  it('of letters and texts is looked into whole, to the mark on one of them', async () => {
    const plain = await letter();
    expect(await inZip({ name: 'a.pdf', content: plain }, { name: 'b.txt', content: 'Kính gửi' })).toEqual({
      findings: [],
      secrecyMark: null,
    });
    const secret = await inZip(
      { name: 'a.pdf', content: plain },
      { name: 'x/b.pdf', content: await letter('TỐI MẬT') },
    );
    expect(secret).toEqual({ findings: [], secrecyMark: 'secret' });
  });

  it('with a secret name is marked, even when the file under it cannot be read', async () => {
    expect(await inZip({ name: 'CV 6 (MẬT).rar', content: 'Rar!' })).toEqual({
      findings: ['partly-opened'],
      secrecyMark: 'confidential',
    });
    const locked = await inZip({ name: 'Tuyệt mật.pdf', isEncrypted: true });
    expect(locked).toEqual({ findings: ['encrypted'], secrecyMark: 'top-secret' });
  });

  it('says what in it was not looked into: another archive, a bomb, one that lies about its size, too many', async () => {
    const inner = zip([{ name: 'a.txt', content: 'MẬT' }]);
    expect((await inZip({ name: 'trong.zip', content: inner })).findings).toEqual(['partly-opened']);
    const bomb = Buffer.alloc(19 * 1024 * 1024);
    expect((await inZip({ name: 'a.txt', content: bomb })).findings).toEqual(['partly-opened']);
    expect((await inZip({ name: 'a.txt', content: 'a'.repeat(5_000), says: 10 })).findings).toEqual(['partly-opened']);
    const many = Array.from({ length: 600 }, (_, index) => ({ name: `${index}.txt`, content: 'x' }));
    expect((await inZip(...many)).findings).toEqual(['partly-opened']);
    expect((await look('hong.zip', 'PK\x03\x04hỏng', 'application/zip')).findings).toEqual(['unopened']);
  });

  it('with a program or a shortcut in it is as dangerous as that', async () => {
    expect((await inZip({ name: 'Công văn.pdf.exe', content: 'x' })).findings).toEqual(['program']);
    const hidden = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100)]);
    expect((await inZip({ name: 'cv.pdf', content: hidden })).findings).toContain('program');
    expect((await inZip({ name: '../cv.url', content: '[InternetShortcut]\nURL=x' })).findings).toEqual(['shortcut']);
  });
});

describe('an office document', () => {
  const document = (text: string, ...more: Zipped[]) =>
    look('cv.docx', zip([{ name: 'word/document.xml', content: `<w:p><w:t>${text}</w:t></w:p>` }, ...more]), DOCX);

  it('is read, its header too, and its macros and embedded files are told', async () => {
    expect(await document('K&#xED;nh gửi')).toEqual({ findings: [], secrecyMark: null });
    expect((await document('Số: 6</w:t></w:p><w:p><w:t>MẬT')).secrecyMark).toBe('confidential');
    const header = { name: 'word/header1.xml', content: '<w:p>TỐI MẬT</w:p>' };
    expect((await document('Kính gửi', header)).secrecyMark).toBe('secret');
    expect((await document('x', { name: 'word/vbaProject.bin' })).findings).toEqual(['macros']);
    expect((await document('x', { name: 'word/embeddings/a.bin' })).findings).toEqual(['partly-opened']);
    expect((await document('')).findings).toEqual(['unread']);
  });

  it('of the old form is told to be unread, with its macros and its password', async () => {
    const ole = (name: string) =>
      look(
        'cv.doc',
        Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(name, 'utf16le')]),
      );
    expect((await ole('WordDocument')).findings).toEqual(['unread']);
    expect((await ole('_VBA_PROJECT')).findings).toEqual(['macros', 'unread']);
    expect((await ole('EncryptedPackage')).findings).toEqual(['encrypted', 'unread']);
  });
});

describe('a file', () => {
  it('that runs is told by its name and by its bytes', async () => {
    const byName = {
      'a.scr': 'program',
      'a.lnk': 'shortcut',
      'a.url': 'shortcut',
      'a.js': 'script',
      'a.hta': 'script',
      'a.docm': 'macros',
    };
    for (const [name, finding] of Object.entries(byName)) expect(firstFindings(name, BYTES)[0], name).toBe(finding);
    const link = Buffer.concat([Buffer.from('4c0000000114020000000000c000000000000046', 'hex'), Buffer.alloc(60)]);
    expect((await look('cv.pdf', link)).findings).toContain('shortcut');
    expect((await look('cv.txt', '<html><SCRIPT>alert(1)</script>')).findings).toEqual(['script']);
    expect((await look('cv', Buffer.concat([Buffer.from('\x7fELF'), Buffer.alloc(60)]))).findings).toContain('program');
    expect((await look('MZ.txt', 'MZ là tên viết tắt')).findings).toEqual([]);
  });

  it('that nobody can read says so: a picture, another kind of archive, an attached letter, nothing known', async () => {
    expect((await look('scan.jpg', Buffer.from('ffd8ffe000104a464946', 'hex'), 'image/jpeg')).findings).toEqual([
      'unread',
    ]);
    expect((await look('cv.rar', Buffer.from('Rar!\x1a\x07\x00'), 'application/vnd.rar')).findings).toEqual([
      'unopened',
    ]);
    expect((await look('thu.eml', 'From: a@b.vn\n\nMẬT', 'message/rfc822')).findings).toEqual(['unopened']);
    expect((await look('winmail.dat', Buffer.from('789f3e22', 'hex'), 'application/ms-tnef')).findings).toEqual([
      'unopened',
    ]);
    expect((await look('cv.pdf', '%PDF-1.4\nrác', 'application/pdf')).findings).toEqual(['unread']);
  });

  it('of text is read in whatever encoding, to the stamp in it', async () => {
    expect(await look('cv.txt', 'Số: 6\nMẬT\nKính gửi')).toEqual({ findings: [], secrecyMark: 'confidential' });
    expect((await look('cv.html', '<p>Kính gửi</p><p>TUYỆT MẬT</p>')).secrecyMark).toBe('top-secret');
  });
});
