import { expect, it } from 'vitest';
import { isSoonGuessed } from './guess-password.ts';
import { requireStrong } from './passwords.ts';

const OFFICE = { officeName: 'Sở Nội vụ tỉnh Lạng Sơn', shortName: 'SNV Lạng Sơn', mailDomain: 'snv.langson.gov.vn' };

it.each([
  // Two letters stand in many words: a login of "an" is no reason to refuse "ngân hàng".
  ['an', 'ngân hàng xanh 27', true],
  ['hoa', 'chép hoa quỳnh 9', true],
  ['hanh', 'hạnh-hanh-2026', false],
  ['hanh', 'đường sắt 2026', true],
  ['an', 'ngắn', false],
  ['an', 'password123', false],
  ['an', '1234567890', false],
  ['an', 'matkhau123', false],
  ['an', 'P@ssw0rd2026!', false],
  ['an', 'qwertyuiop12', false],
  ['an', 'princess1990', false],
  ['an', 'Sở Nội vụ 2026', false],
  ['an', 'snv@langson2026', false],
  ['an', 'langsongovvn123', false],
  ['an', 'nguyenvanan1990', false],
  ['an', 'An.Nguyen.Van.1', false],
  ['an', 'lúa-chín-đầu-thu', true],
  ['an', 'hjkm-2p3q-x8vz', true],
])('whose login is %s may use "%s" as a password: %s', async (login, password, isStrong) => {
  const owner = { login, familyMiddle: 'Nguyễn Văn', given: 'An', mail: null, ...OFFICE };
  const ask = expect(requireStrong(password, owner, 'password'));
  if (isStrong) await ask.resolves.toBeUndefined();
  else await ask.rejects.toMatchObject({ code: 'PASSWORD_TOO_WEAK', field: 'password' });
});

it('the longest and most tangled of passwords keeps nobody else waiting', async () => {
  await isSoonGuessed('a first one, which loads the lists', []);
  for (const password of [
    'p4$$w0rd'.repeat(25),
    '1l!i|'.repeat(40),
    'passwordpassword1'.repeat(12),
    '@4380$+7%2'.repeat(20),
  ]) {
    const start = performance.now();
    await isSoonGuessed(password, ['sonoivu', 'langson']);
    expect(performance.now() - start).toBeLessThan(500);
  }
});
