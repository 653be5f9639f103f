import { expect, it } from 'vitest';
import { formatFileSize } from './file-sizes.ts';

it('writes a size as the reader writes numbers', () => {
  expect(formatFileSize(0, 'vi')).toBe('0 B');
  expect(formatFileSize(1023, 'vi')).toBe('1.023 B');
  expect(formatFileSize(1_572_864, 'vi')).toBe('1,5 MB');
  expect(formatFileSize(1_572_864, 'en')).toBe('1.5 MB');
  expect(formatFileSize(1_048_575, 'en')).toBe('1 MB');
});
