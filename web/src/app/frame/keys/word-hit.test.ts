import { createTranslator } from '@congso/language/translate';
import { expect, it } from 'vitest';
import { isMeant } from './places.ts';
import { wordHit } from './word-hit.ts';

it('what was found is told as the office writes it', async () => {
  const say = await createTranslator('vi');
  const unitNameOf = (unitId: string | null) => (unitId === 'u' ? 'Phòng Kế hoạch' : '');
  const person = {
    kind: 'person',
    id: 'p',
    familyMiddle: 'Đặng Văn',
    given: 'Hải',
    title: 'Chuyên viên',
    unitId: 'u',
  } as const;
  expect(wordHit(person, say, unitNameOf)).toEqual({ title: 'Đặng Văn Hải', detail: 'Chuyên viên, Phòng Kế hoạch' });
  const letter = { kind: 'document', id: 'd', subject: 'V/v đào tạo', issuer: 'Sở Nội vụ', year: 2026 } as const;
  expect(
    wordHit({ ...letter, arrivalNumber: 12, codeNumber: '15', codeNotation: 'QĐ-UBND' }, say, unitNameOf).detail,
  ).toBe('Số đến 12/2026 · 15/QĐ-UBND · Sở Nội vụ');
  // An irregular one has its number in the notation.
  expect(
    wordHit({ ...letter, arrivalNumber: 13, codeNumber: '', codeNotation: '12-NQ/TU' }, say, unitNameOf).detail,
  ).toBe('Số đến 13/2026 · 12-NQ/TU · Sở Nội vụ');
  const task = { kind: 'task', id: 't', title: 'Tổng hợp' } as const;
  expect(wordHit({ ...task, dueDate: '2026-03-10' }, say, unitNameOf).detail).toBe('Hạn xử lý: 10/03/2026');
  expect(wordHit({ ...task, dueDate: null }, say, unitNameOf).detail).toBe('Không có hạn');
  const publishedAt = '2026-03-10T20:00:00.000Z';
  expect(wordHit({ kind: 'notice', id: 'n', title: 'Nghỉ lễ', publishedAt }, say, unitNameOf).detail).toBe(
    '11/03/2026',
  );
});

it('a page or an action is found by the beginnings of its words, in whatever order', () => {
  expect(isMeant('so dang', 'Sổ đăng ký văn bản đến')).toBe(true);
  expect(isMeant('viec giao', 'Giao việc mới')).toBe(true);
  expect(isMeant('oan ban', 'Văn bản')).toBe(false);
});
