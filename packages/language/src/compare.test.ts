import { expect, it } from 'vitest';
import { compareTexts } from './compare.ts';

it('orders units as a Vietnamese reader expects, numbers by value', () => {
  const ordered = ['Ban An ninh', 'Ban Ân xá', 'Ban Dân vận', 'Ban Đối ngoại', 'Phòng 2', 'Phòng 10', 'Văn phòng'];
  expect(ordered.toReversed().sort(compareTexts)).toEqual(ordered);
});
