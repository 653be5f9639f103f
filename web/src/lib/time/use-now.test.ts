import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { officeNow } from './office-clock.ts';
import { followTime, lastTime } from './use-now.ts';

const START = Date.parse('2026-03-10T03:00:00Z');

beforeEach(() => void vi.useFakeTimers({ now: START }));
afterEach(() => void vi.useRealTimers());

it('moves on by the minute while a page shows times', () => {
  const heard = vi.fn();
  const stop = followTime(heard);
  vi.advanceTimersByTime(61_000);
  expect(heard).toHaveBeenCalledTimes(1);
  expect(lastTime()).toBe(officeNow() - 1_000);
  stop();
});

it('is right at once on the first page with times after hours on pages without', () => {
  followTime(() => undefined)();
  const before = lastTime();
  vi.advanceTimersByTime(3 * 3_600_000);
  const stop = followTime(() => undefined);
  expect(lastTime()).toBe(officeNow());
  expect(lastTime() - before).toBe(3 * 3_600_000);
  stop();
});
