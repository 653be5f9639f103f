import { expect, it } from 'vitest';
import { findUntranslated } from './find-untranslated.ts';

const data = new Set(['Văn phòng']);

it('finds words of the other language, also with names in them, and raw keys', () => {
  expect(findUntranslated(['Hôm nay', 'Today', 'Congso'], 'en', data)).toEqual(['Hôm nay']);
  expect(findUntranslated(['Hôm nay', 'Today', 'Congso'], 'vi', data)).toEqual(['Today']);
  expect(findUntranslated(['Phải từ ngày 01/02/2026 trở đi'], 'en', data)).toEqual(['Phải từ ngày 01/02/2026 trở đi']);
  expect(findUntranslated(['tasks.state.closed', 'see tasks.state.closed'], 'vi', data)).toHaveLength(2);
});

it('leaves alone what people wrote', () => {
  expect(findUntranslated(['Văn phòng', 'Họp giao ban lúc 8 giờ', 'vanthu@mail.example'], 'en', data)).toEqual([]);
});
