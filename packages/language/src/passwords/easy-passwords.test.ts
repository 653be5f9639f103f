import { expect, it } from 'vitest';
import { isEasyPassword, ownWords } from './easy-passwords.ts';

const WORDS = ownWords('lan.dt', 'Dương Thị Lan', 'Sở Nội vụ tỉnh Lạng Sơn', 'SNV Lạng Sơn', 'snv.langson.gov.vn');

it.each([
  ...['password123', '1234567890', 'matkhau123', 'Mật khẩu 2026', 'P@ssw0rd2026!', 'm4tkh4u!!!!'],
  ...[
    'sonoivu2026',
    'Sở Nội vụ 2026',
    'SNV-LangSon-2026',
    'snv@2026@snv',
    'duongthilan1990',
    'Lan.DT#123456',
    'dtl1990dtl!',
  ],
  ...['aaaaaaaaaaaa', 'hanoi2026!!', 'vanthu.vanthu.1', 'anhyeuem1314'],
])('%s is easy', (password) => {
  expect(isEasyPassword(password, WORDS)).toBe(true);
});

it.each([
  ...['lúa-chín-đầu-thu', 'mưa-rơi-trên-phố', 'mười hai con giáp', 'hjkm-2p3q-x8vz', 'ngân hàng xanh 27'],
  ...['chép hoa quỳnh 9', 'correct horse battery'],
])('%s is not', (password) => {
  expect(isEasyPassword(password, WORDS)).toBe(false);
});
