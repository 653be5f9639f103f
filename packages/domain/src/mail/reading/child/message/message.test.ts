import { describe, expect, it } from 'vitest';
import { htmlToText } from '../text/html-to-text.ts';
import { detectLegacyEncoding, fromLegacyEncoding } from '../text/legacy-encodings.ts';
import { classifyMail, type MailTraits } from './classify-mail.ts';
import { normalizeHeader } from './normalize-header.ts';

describe('the text of an HTML letter', () => {
  it('has its lines, its letters, and neither styles nor scripts nor comments', () => {
    const html =
      '<html><head><title>x</title></head><style>p{}</style><p>K&iacute;nh g&#7917;i:&nbsp;S&#x1EDF;</p><!-- <b>no</b> -->' +
      '<table><tr><td>S&#7889;:</td><td>12</td></tr></table><script>if (a<b) c()</script>&amp;lt; &unknown; &eth;';
    expect(htmlToText(html)).toBe('Kính gửi: Sở\n\nSố: 12\n\n&lt; &unknown; đ');
  });

  it('costs a bomb no more than its length', () => {
    const started = performance.now();
    for (const piece of ['<table><tr><td>', '<', '<!--', '<style>', '<a <b', '&#', '</', '<script></scrip>'])
      htmlToText(piece.repeat(1_000_000 / piece.length));
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

describe('font encodings', () => {
  it('are told by the font and converted', () => {
    expect(detectLegacyEncoding('<font face=".VnTime">')).toBe('tcvn3');
    expect(detectLegacyEncoding('<p style="font-family: VNI-Times">')).toBe('vni');
    expect(detectLegacyEncoding('<font face="Times New Roman">VNI-Times</font>')).toBeNull();
    expect(fromLegacyEncoding('Ñoäc laäp - Töï do - Haïnh phuùc', 'vni')).toBe('Độc lập - Tự do - Hạnh phúc');
    expect(fromLegacyEncoding('ÑOÄC LAÄP', 'vni')).toBe('ĐỘC LẬP');
    expect(fromLegacyEncoding('quyÕt ®Þnh sè 45 vÒ tæ chøc bé m¸y', 'tcvn3')).toBe(
      'quyết định số 45 về tổ chức bộ máy',
    );
    expect(fromLegacyEncoding('Sở Nội vụ', 'vni')).toBe('Sở Nội vụ');
  });
});

describe('a header', () => {
  const header = (text: string, charset = 'windows-1258') => normalizeHeader(Buffer.from(text, 'latin1'), { charset });

  it('with a field twice keeps the first, its folded lines too, and says so', () => {
    const { header: kept, warnings } = header(
      'From: a@b\r\n (x)\r\nSubject: 1\r\nfrom : c@d\r\n\t<e@f>\r\nSUBJECT: 2\r\nTo: x\r\n\r\n',
    );
    expect(kept.toString()).toBe('From: a@b\r\n (x)\r\nSubject: 1\r\nTo: x\r\n\r\n');
    expect(warnings).toEqual(['duplicate-from', 'duplicate-subject']);
  });

  it('with raw bytes is read in the charset of the body', () => {
    const { header: kept, warnings } = header('Subject: K\xea\xec hoa\xf2ch\r\n\r\n');
    expect(kept.toString()).toBe('Subject: Kế hoạch\r\n\r\n');
    expect(warnings).toEqual(['header-charset-guessed']);
  });
});

describe('the kind of a message', () => {
  const kindOf = (changes: Partial<MailTraits>, headers: Record<string, string> = {}) =>
    classifyMail({
      header: (name) => headers[name] ?? '',
      contentType: 'text/plain',
      reportType: '',
      fromAddress: 'vt@snv.example',
      subject: 'Công văn',
      envelopeFrom: 'vt@snv.example',
      hasCalendarMethod: false,
      hasFiles: false,
      ...changes,
    });

  it('is a letter also where an agency’s system sent it', () => {
    expect(kindOf({})).toBe('letter');
    expect(kindOf({}, { 'auto-submitted': 'auto-generated' })).toBe('letter');
    expect(kindOf({ envelopeFrom: '' })).toBe('letter');
    expect(kindOf({}, { precedence: 'bulk' })).toBe('letter');
  });

  it('is told for bounces, automatic replies, lists and invitations', () => {
    expect(kindOf({ contentType: 'multipart/report', reportType: 'delivery-status' })).toBe('bounce');
    expect(kindOf({ contentType: 'multipart/report', reportType: 'disposition-notification' })).toBe('auto-reply');
    expect(kindOf({ envelopeFrom: '', subject: 'Undelivered Mail Returned to Sender' })).toBe('bounce');
    expect(kindOf({}, { 'auto-submitted': 'auto-replied' })).toBe('auto-reply');
    expect(kindOf({ subject: 'Trả lời tự động: Đã nhận' })).toBe('auto-reply');
    expect(kindOf({}, { 'list-id': 'yes' })).toBe('list');
    expect(kindOf({ hasCalendarMethod: true })).toBe('calendar');
    expect(kindOf({ hasCalendarMethod: true, hasFiles: true })).toBe('letter');
  });
});
