import { expect, it } from 'vitest';
import { isOutdatedBy, keyOf, listKeyOf, mixedKeyOf } from './query-keys.ts';

it('what I owe today is asked anew when people change: I may have been put at the head of a unit', () => {
  expect(isOutdatedBy(mixedKeyOf('today'), { kind: 'person', id: 'an' })).toBe(true);
  expect(isOutdatedBy(mixedKeyOf('today'), { kind: 'holiday', id: '2026-03-10' })).toBe(false);
});

it('of one thing only its own marks count, of a list those of its kind', () => {
  const mark = { kind: 'task', id: 'one' } as const;
  expect(isOutdatedBy(keyOf('task', 'one', 'history'), mark)).toBe(true);
  expect(isOutdatedBy(keyOf('task', 'other'), mark)).toBe(false);
  expect(isOutdatedBy(listKeyOf('task', { box: 'doing' }), mark)).toBe(true);
  expect(isOutdatedBy(listKeyOf('mail'), mark)).toBe(false);
});
