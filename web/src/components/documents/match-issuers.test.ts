import { expect, it } from 'vitest';
import { matchIssuers } from './match-issuers.ts';

const ISSUERS = [
  'UBND tỉnh Lam Sơn',
  'Văn phòng UBND tỉnh Lam Sơn',
  'Sở Nội vụ tỉnh Lam Sơn',
  'Sở Tài chính tỉnh Lam Sơn',
  'UBND xã Vân Thủy',
  'UBND xã Đồng Mộc',
].map((name) => ({ name }));
const found = (typed: string) => matchIssuers(typed, ISSUERS).map(({ name }) => name);

it.each([
  ['snv', 'Sở Nội vụ tỉnh Lam Sơn'],
  ['so noi', 'Sở Nội vụ tỉnh Lam Sơn'],
  ['Sở T', 'Sở Tài chính tỉnh Lam Sơn'],
  ['ut', 'UBND tỉnh Lam Sơn'],
  ['ubndxdm', 'UBND xã Đồng Mộc'],
  ['ubvt', 'UBND xã Vân Thủy'],
  ['vp', 'Văn phòng UBND tỉnh Lam Sơn'],
])('%s means %s', (typed, name) => expect(found(typed)).toEqual([name]));

it('what begins several is all of them, in their order; what begins none is none', () => {
  expect(found('so')).toEqual(['Sở Nội vụ tỉnh Lam Sơn', 'Sở Tài chính tỉnh Lam Sơn']);
  expect(found('  ')).toHaveLength(ISSUERS.length);
  expect(found('lam son')).toEqual([]);
  expect(found('xyz')).toEqual([]);
});

it('is answered at once, however long what was typed and the name', () => {
  const before = performance.now();
  matchIssuers('a'.repeat(200), [{ name: 'a '.repeat(100) }, { name: 'aa '.repeat(60) }]);
  expect(performance.now() - before).toBeLessThan(500);
});
