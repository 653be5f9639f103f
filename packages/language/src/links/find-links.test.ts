import { describe, expect, it } from 'vitest';
import { findLinks } from './find-links.ts';

/** What can be followed, and where it leads when that is not what is written. */
const found = (text: string) =>
  findLinks(text).map(({ from, to, href }) => {
    const shown = text.slice(from, to);
    return href === shown || href === `${shown}/` ? shown : `${shown} → ${href}`;
  });

describe('a web address', () => {
  it.each<[string, string[]]>([
    ['xem https://moha.gov.vn/van-ban', ['https://moha.gov.vn/van-ban']],
    ['https://moha.gov.vn.', ['https://moha.gov.vn']],
    ['(https://moha.gov.vn/a)', ['https://moha.gov.vn/a']],
    ['(xem https://moha.gov.vn/a), rồi', ['https://moha.gov.vn/a']],
    ['https://vi.wikipedia.org/wiki/Hue_(city)', ['https://vi.wikipedia.org/wiki/Hue_(city)']],
    ['(https://vi.wikipedia.org/wiki/Hue_(city)).', ['https://vi.wikipedia.org/wiki/Hue_(city)']],
    ['https://a.vn/x[1]?b={2}', ['https://a.vn/x[1]?b={2}']],
    ['[https://a.vn/x]', ['https://a.vn/x']],
    ['“https://a.vn/x”', ['https://a.vn/x']],
    ['‘https://a.vn/x’', ['https://a.vn/x']],
    ['<https://a.vn/x>', ['https://a.vn/x']],
    ['https://a.vn/x?y=1&z=2#phan-3!?', ['https://a.vn/x?y=1&z=2#phan-3']],
    ['https://a.vn…', ['https://a.vn']],
    ['http://may-chu:8080/tep', ['http://may-chu:8080/tep']],
    ['http://10.0.0.7/', ['http://10.0.0.7/']],
    ['HTTPS://A.VN', ['HTTPS://A.VN → https://a.vn/']],
    ['https://a.vn/tìm?q=đất', ['https://a.vn/tìm?q=đất → https://a.vn/t%C3%ACm?q=%C4%91%E1%BA%A5t']],
    ['link:https://a.vn và http://b.vn', ['https://a.vn', 'http://b.vn']],
    ['www.moha.gov.vn', ['www.moha.gov.vn → http://www.moha.gov.vn/']],
    ['Website: www.moha.gov.vn/tin.', ['www.moha.gov.vn/tin → http://www.moha.gov.vn/tin']],
    ['dichvucong.gov.vn, mục 2', ['dichvucong.gov.vn → http://dichvucong.gov.vn/']],
    ['(dichvucong.gov.vn/p/home)', ['dichvucong.gov.vn/p/home → http://dichvucong.gov.vn/p/home']],
  ])('%s', (text, links) => {
    expect(found(text)).toEqual(links);
  });

  it.each([
    'javascript:alert(1)',
    'JavaScript://a.vn/%0aalert(1)',
    'data:text/html,<script>',
    'file:///etc/passwd',
    'vbscript:x',
    'xhttps://a.vn',
    'https://',
    'https://.',
    'www.',
    'www.vn',
    'https://vietcombank.vn@evil.example/',
    'https://vietcombank.vn:443@evil.example/',
    'https://vietcombank.vn:mk@evil.example/',
    'QĐ-UBND.vn',
    'baocao.docx',
    '12/2026/TT-BNV',
    'a.vn-b',
  ])('none is %s', (text) => {
    expect(findLinks(text)).toEqual([]);
  });
});

describe('a mail address', () => {
  it.each<[string, string[]]>([
    ['vanthu@snnmt.lamson.gov.vn', ['vanthu@snnmt.lamson.gov.vn → mailto:vanthu@snnmt.lamson.gov.vn']],
    ['(Email: van.thu+1@a.gov.vn)', ['van.thu+1@a.gov.vn → mailto:van.thu%2B1@a.gov.vn']],
    ['mailto:an@a.vn.', ['an@a.vn → mailto:an@a.vn']],
    ['an@a.vn,binh@b.vn;', ['an@a.vn → mailto:an@a.vn', 'binh@b.vn → mailto:binh@b.vn']],
    ['an@www.a.vn', ['an@www.a.vn → mailto:an@www.a.vn']],
  ])('%s', (text, links) => {
    expect(found(text)).toEqual(links);
  });

  it.each(['@an', 'an@', 'an@localhost', 'an@@a.vn', 'a@b@c.vn', 'ăn@a.1', `${'a'.repeat(65)}@a.vn`])(
    'none is %s',
    (text) => {
      expect(findLinks(text)).toEqual([]);
    },
  );
});

describe('a telephone number', () => {
  it.each<[string, string[]]>([
    ['0912345678', ['0912345678 → tel:+84912345678']],
    ['ĐT: 0912 345 678, gọi giờ hành chính', ['0912 345 678 → tel:+84912345678']],
    ['0912.345.678.', ['0912.345.678 → tel:+84912345678']],
    ['+84 912 345 678', ['+84 912 345 678 → tel:+84912345678']],
    ['(+84)912345678', ['(+84)912345678 → tel:+84912345678']],
    ['(024) 3825 1234', ['(024) 3825 1234 → tel:+842438251234']],
    ['024-3825-1234; 0203.3825678', ['024-3825-1234 → tel:+842438251234', '0203.3825678 → tel:+842033825678']],
    ['0912345678 0987654321', ['0912345678 → tel:+84912345678', '0987654321 → tel:+84987654321']],
    ['(0912345678)', ['0912345678 → tel:+84912345678']],
    ['Tổng đài 1900 6068 và 18001234', ['1900 6068 → tel:19006068', '18001234 → tel:18001234']],
    ['1900 54 54 63', ['1900 54 54 63 → tel:1900545463']],
    ['http://a.vn/0912345678', ['http://a.vn/0912345678']],
  ])('%s', (text, links) => {
    expect(found(text)).toEqual(links);
  });

  it.each([
    '001234567890',
    '0912345678/QĐ-UBND',
    '01.02.2026',
    '10.000.000',
    '0.912.345.678.901',
    '0123456789',
    '091234567',
    '09123456789',
    'số 1900',
    '1900-1945',
    'TK 0912345678901',
    '12,0912345678',
  ])('none is %s', (text) => {
    expect(findLinks(text)).toEqual([]);
  });
});

describe('a text that was made to stop a browser', () => {
  const MB = 1024 * 1024;
  // Each took the pattern that stood here before, or a likely one, time that grows with the square: minutes for these.
  it.each<[string, string]>([
    ['punctuation after an address', `http://a${'!'.repeat(MB)}a`],
    ['brackets after an address', `https://a.vn/${')('.repeat(MB / 2)}x`],
    ['open brackets', `https://a.vn/${'('.repeat(MB)}`],
    ['addresses that are none', 'https://'.repeat(MB / 8)],
    ['names before a host', 'https://a@'.repeat(MB / 10)],
    ['names with a colon before a host', `${'https://a:'.repeat(MB / 10)}@`],
    ['www', 'www.'.repeat(MB / 4)],
    ['hosts without end', 'a.'.repeat(MB / 2)],
    ['at', '@'.repeat(MB)],
    ['names without a host', `${'a'.repeat(MB)}@`],
    ['names and at', 'a@'.repeat(MB / 2)],
    ['dots after at', `a@${'a.'.repeat(MB / 2)}`],
    ['hyphens', `a@b${'-'.repeat(MB)}c`],
    ['digits', '0'.repeat(MB)],
    ['numbers with spaces', '0 9 '.repeat(MB / 4)],
    ['brackets and digits', '(0'.repeat(MB / 2)],
    ['numbers', '0912345678 '.repeat(MB / 11)],
    ['1900', '1900 '.repeat(MB / 5)],
    ['addresses', 'a.vn '.repeat(MB / 5)],
  ])('%s', { timeout: 5_000 }, (_what, text) => {
    expect(findLinks(text).length).toBeLessThanOrEqual(1_000);
  });
});
