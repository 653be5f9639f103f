import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { hearServerTime, officeNow } from './office-clock.ts';

const NOW = Date.parse('2026-03-10T03:00:00Z');
const HOUR_MS = 3_600_000;
const told = (at: number, tookMs = 20) => hearServerTime(new Date(at).toUTCString(), tookMs);

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => {
  // The page's own clock is right again for whoever comes next.
  told(Date.now());
  vi.useRealTimers();
});

it.each([
  ['a day behind', -24 * HOUR_MS],
  ['eight hours ahead', 8 * HOUR_MS],
])('a PC whose clock is %s shows the time of the office', (_how, wrongMs) => {
  vi.setSystemTime(NOW + wrongMs);
  told(NOW);
  expect(Math.abs(officeNow() - NOW)).toBeLessThan(2_000);
  vi.advanceTimersByTime(HOUR_MS);
  expect(Math.abs(officeNow() - (NOW + HOUR_MS))).toBeLessThan(2_000);
});

it('a clock that is put right meanwhile is followed at the next answer', () => {
  vi.setSystemTime(NOW - HOUR_MS);
  told(NOW);
  vi.setSystemTime(NOW + 60_000);
  told(NOW + 60_000);
  expect(Math.abs(officeNow() - (NOW + 60_000))).toBeLessThan(2_000);
});

it('an answer that took long, or tells no time, moves nothing that was right', () => {
  told(NOW);
  const before = officeNow();
  told(NOW - 6_000, 20_000);
  hearServerTime(null, 10);
  hearServerTime('not a date', 10);
  expect(officeNow()).toBe(before);
});
