import { describe, expect, it } from 'vitest';
import { findLabelledCode, findOwnCode, findReference, unifyDashes } from './find-code-notation.ts';
import { formatCodeNotation, parseCodeNotation } from './parse-code-notation.ts';

const printed = (text: string) => formatCodeNotation(parseCodeNotation(text));
const own = (text: string) => findOwnCode(text)?.code.text ?? null;
const labelled = (text: string) => {
  const code = findLabelledCode(text)?.code;
  return code === undefined ? null : formatCodeNotation(code);
};

describe('a number and symbol', () => {
  it('is taken apart in its administrative, dispatch and legal forms', () => {
    expect(parseCodeNotation('15/QĐ-UBND')).toMatchObject({
      form: 'regular',
      number: '15',
      year: null,
      notation: 'QĐ-UBND',
    });
    expect(parseCodeNotation('123/UBND-VX')).toMatchObject({ number: '123', notation: 'UBND-VX' });
    expect(parseCodeNotation('45/2020/QĐ-UBND')).toMatchObject({ number: '45', year: 2020, notation: 'QĐ-UBND' });
    expect(parseCodeNotation('12a/TB-SNV')).toMatchObject({ number: '12a', notation: 'TB-SNV' });
    expect(parseCodeNotation('01/GP-STTTT')).toMatchObject({ number: '1', notation: 'GP-STTTT' });
  });

  it('is the same whether typed with dashes, spaces around it, or decomposed letters', () => {
    expect(parseCodeNotation(' 15/QĐ–UBND ')).toEqual(parseCodeNotation('15/QĐ-UBND'));
    expect(parseCodeNotation('7/BC-Sở'.normalize('NFD'))).toEqual(parseCodeNotation('7/BC-Sở'));
  });

  it('is printed with a leading zero under ten', () => {
    expect(printed('5/QĐ-UBND')).toBe('05/QĐ-UBND');
    expect(printed('05/QĐ-UBND')).toBe('05/QĐ-UBND');
    expect(printed('9a/TB-SNV')).toBe('09a/TB-SNV');
    expect(printed('10/2020/QĐ-UBND')).toBe('10/2020/QĐ-UBND');
  });

  it('of the Party, or of no known form, is kept as it was written', () => {
    expect(parseCodeNotation('12-NQ/TU')).toEqual({ form: 'irregular', text: '12-NQ/TU' });
    for (const text of ['', 'không số', '12/', '/QĐ', '1234567/QĐ-UBND', '12/QĐ-', '12/QĐ--UBND'])
      expect(parseCodeNotation(text)).toEqual({ form: 'irregular', text });
  });
});

describe('a number and symbol in running text', () => {
  it('is found in the sentences of subjects', () => {
    expect(own('Công văn số 15/QĐ-UBND ngày 12/3/2026 về việc nghỉ lễ')).toBe('15/QĐ-UBND');
    expect(own('Gửi 123/SNV-VP.')).toBe('123/SNV-VP');
    expect(own('(số 123/SNV-TCBC&TCPCP)')).toBe('123/SNV-TCBC&TCPCP');
    expect(own('Nghị quyết số 12-NQ/TU')).toBe('12-NQ/TU');
  });

  it('is not a date, a fraction, a path or a unit', () => {
    for (const text of ['họp ngày 12/3/2026', '1/2 số phiếu', '24/24 giờ', '60 km/h', 'https://a.vn/12/QD', '12/tháng'])
      expect(own(text)).toBeNull();
  });

  it('is not taken from another document the letter speaks of', () => {
    expect(own('Triển khai Quyết định số 15/QĐ-UBND')).toBeNull();
    expect(own('Báo cáo theo công văn 123/SNV-VP')).toBeNull();
    expect(own('Phúc đáp công văn số 88/UBND-VX, số 91/SNV-VP')).toBe('91/SNV-VP');
  });

  it('of a letter that is answered, recalled, corrected or replaced is that letter’s, and told how', () => {
    const spoken: [string, string, string][] = [
      ['Phản hồi Công văn 31/SNNMT-QLĐĐ ngày 05/11/2026', '31/SNNMT-QLĐĐ', 'replies-to'],
      ['Trả lời công văn số 31/SNNMT-QLĐĐ', '31/SNNMT-QLĐĐ', 'replies-to'],
      ['V/v góp ý dự thảo Kế hoạch số 31/KH-SNV', '31/KH-SNV', 'replies-to'],
      ['Thu hồi Công văn số 31/SNV-VP', '31/SNV-VP', 'recalls'],
      ['Thu hồi văn bản 31/SNV-VP', '31/SNV-VP', 'recalls'],
      ['Hủy 31/SNV-VP', '31/SNV-VP', 'recalls'],
      ['Đính chính Quyết định số 5/QĐ-UBND', '05/QĐ-UBND', 'corrects'],
      ['Công văn thay thế Công văn số 12/SNV-VP', '12/SNV-VP', 'replaces'],
      ['Thay thế cho văn bản số 12/SNV-VP', '12/SNV-VP', 'replaces'],
      ['Báo cáo theo công văn số 12/SNV-VP', '12/SNV-VP', 'refers-to'],
      ['Căn cứ Quyết định số 12/QĐ-UBND', '12/QĐ-UBND', 'refers-to'],
    ];
    for (const [text, code, relation] of spoken) {
      expect(own(text), text).toBeNull();
      const found = findReference(unifyDashes(text));
      expect([found && formatCodeNotation(found.code), found?.relation], text).toEqual([code, relation]);
    }
    expect(own('Quyết định số 9/QĐ-UBND thay thế Quyết định số 5/QĐ-UBND')).toBe('9/QĐ-UBND');
    expect(own('Quyết định thu hồi đất số 5/QĐ-UBND')).toBe('5/QĐ-UBND');
    expect(own('Thông báo thu hồi số 5/TB-SNV')).toBe('5/TB-SNV');
    expect(own('Kế hoạch bổ sung nhân sự số 5/KH-SNV')).toBe('5/KH-SNV');
    expect(findReference('Công văn số 123/SNV-VP')).toBeNull();
  });

  it('is read behind its label even when the line is torn, and never from an unnumbered draft', () => {
    expect(labelled('Số: 123/SNV-VP')).toBe('123/SNV-VP');
    expect(labelled('SỐ : 5 / QĐ - UBND')).toBe('05/QĐ-UBND');
    expect(labelled('Số 12-NQ/TU')).toBe('12-NQ/TU');
    expect(labelled('Số:        /SNV-VP')).toBeNull();
    expect(labelled('số lượng: 12 / năm')).toBeNull();
  });

  it('costs hostile text no more than its length', () => {
    const started = performance.now();
    own('1/'.repeat(100_000));
    own(`${'9'.repeat(100_000)}/QĐ`);
    own('1/A-'.repeat(50_000));
    labelled('số: '.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
