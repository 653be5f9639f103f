import { describe, expect, it } from 'vitest';
import { formatPhone, isMobilePhone, normalizePhone } from './phones.ts';

describe('a phone number', () => {
  it('is one number however it was written', () => {
    for (const written of [
      '0912345678',
      '+84 912 345 678',
      '84912345678',
      '0084.912.345.678',
      '(091) 234-5678',
      '0912–345–678',
    ]) {
      expect(normalizePhone(written)).toBe('+84912345678');
    }
  });

  it('of eleven digits from before 2018 is converted', () => {
    const pairs = [
      '0162/032',
      '0169/039',
      '0120/070',
      '0121/079',
      '0122/077',
      '0126/076',
      '0128/078',
      '0123/083',
      '0124/084',
    ];
    for (const pair of [...pairs, '0125/085', '0127/081', '0129/082', '0186/056', '0188/058', '0199/059']) {
      const [before, after] = pair.split('/');
      expect(normalizePhone(`${before}1234567`)).toBe(`+84${after?.slice(1)}1234567`);
    }
  });

  it('may be a desk phone, which receives no SMS', () => {
    const desk = normalizePhone('0203 382 5678');
    expect(desk).toBe('+842033825678');
    expect(isMobilePhone('+842033825678')).toBe(false);
    expect(isMobilePhone('+84912345678')).toBe(true);
    expect(formatPhone('+842033825678')).toBe('0203 382 5678');
    expect(formatPhone('+84912345678')).toBe('0912 345 678');
  });

  it('that is none is refused', () => {
    for (const written of [
      '',
      '12',
      '0712',
      '0512345678',
      '09123456789',
      '+1 202 555 0100',
      'gọi tôi',
      '0912345678; DROP',
      '01601234567',
    ]) {
      expect(normalizePhone(written)).toBeNull();
    }
  });
});
