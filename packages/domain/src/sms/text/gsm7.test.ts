import { describe, expect, it } from 'vitest';
import { oneSmsOf, smsTextOf } from './gsm7.ts';
import { partsOf } from './sms-parts.ts';

describe('the text of an SMS', () => {
  it('has no accent left, not even those GSM-7 knows', () => {
    expect(smsTextOf('Đồng chí được giao xử lý văn bản số 15/QĐ-UBND')).toBe(
      'Dong chi duoc giao xu ly van ban so 15/QD-UBND',
    );
    expect(smsTextOf('à è é ì ò ù Đặng Ằng'.normalize('NFD'))).toBe('a e e i o u Dang Ang');
  });

  it('has no character that a gateway loses or that ends a parameter', () => {
    const risky = '#&[]{}\\<@%>|^~€`';
    const safe = smsTextOf(`An${risky}Bình`);
    for (const character of risky) expect(safe).not.toContain(character);
    expect(smsTextOf('R&D [mục #3] 50% <an@so.gov.vn>')).toBe('R+D (muc No.3) 50 pct (an(at)so.gov.vn)');
  });

  it('is one line without pictures, controls or letters of other scripts', () => {
    expect(smsTextOf('“Gấp” –\r\n\tđến ngay… 👩‍💻\u202E 公')).toBe('"Gap" - den ngay... ?');
    expect(smsTextOf('Ⅳ ½ ﬁ')).toBe('IV 1?2 fi');
  });

  it('always counts as GSM-7, whatever was put in', () => {
    let everything = '';
    for (let code = 0; code < 0x1_0000; code += 1) everything += String.fromCharCode(code);
    expect(partsOf(smsTextOf(everything)).encoding).toBe('gsm7');
  });

  it('that is too long is cut at a word and says so', () => {
    const cut = oneSmsOf('Văn phòng '.repeat(40));
    expect(cut).toMatch(/phong\.\.\.$|Van\.\.\.$/);
    expect(partsOf(cut).parts).toBe(1);
    expect(oneSmsOf('x'.repeat(161))).toHaveLength(160);
    expect(oneSmsOf('x'.repeat(160))).toBe('x'.repeat(160));
  });
});

describe('the parts of an SMS', () => {
  it('are 160 or 153 characters of GSM-7', () => {
    expect(partsOf('a'.repeat(160))).toEqual({ encoding: 'gsm7', units: 160, parts: 1 });
    expect(partsOf('a'.repeat(161)).parts).toBe(2);
    expect(partsOf('a'.repeat(306)).parts).toBe(2);
    expect(partsOf('a'.repeat(307)).parts).toBe(3);
    expect(partsOf('')).toEqual({ encoding: 'gsm7', units: 0, parts: 1 });
  });

  it('are 70 or 67 of UCS-2 as soon as one letter is outside GSM-7', () => {
    expect(partsOf('ế'.repeat(70))).toEqual({ encoding: 'ucs2', units: 70, parts: 1 });
    expect(partsOf('ế'.repeat(71)).parts).toBe(2);
    expect(partsOf('ế'.repeat(135)).parts).toBe(3);
  });

  it('never tear a character of two units', () => {
    expect(partsOf('€'.repeat(80)).parts).toBe(1);
    expect(partsOf(`${'a'.repeat(152)}€${'a'.repeat(152)}`)).toEqual({ encoding: 'gsm7', units: 306, parts: 3 });
    expect(partsOf('😀'.repeat(67)).parts).toBe(3);
  });
});
