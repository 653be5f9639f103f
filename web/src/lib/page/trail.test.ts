import { expect, it } from 'vitest';
import { stepsBackTo } from './trail.ts';

const steps = (trail: readonly string[]) =>
  stepsBackTo(
    trail,
    trail.length - 1,
    (href) => href.split('?')[0] === '/chat',
    (href) => href.startsWith('/chat/'),
  );

it('the arrow of what was opened from a list goes back to it, past others opened from it since', () => {
  expect(steps(['/', '/chat', '/chat/1'])).toBe(1);
  expect(steps(['/chat?box=all', '/chat/1', '/chat/2?seq=5', '/chat/3'])).toBe(3);
});

it('the arrow of what was opened from elsewhere, or in a tab of its own, goes back to nothing', () => {
  expect(steps(['/', '/chat/1'])).toBeNull();
  expect(steps(['/chat/1'])).toBeNull();
  expect(steps(['/chat', '/tasks/9', '/chat/1'])).toBeNull();
  const unknown: string[] = [];
  unknown[3] = '/chat/1';
  expect(steps(unknown)).toBeNull();
});
