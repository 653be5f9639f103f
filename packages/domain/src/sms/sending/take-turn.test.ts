import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeTurn } from './take-turn.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => closeTestOffice(office));

it('of four workers who would send at once, the last waits for the three before it', async () => {
  const start = performance.now();
  await Promise.all(Array.from({ length: 4 }, () => takeTurn(office, 2)));
  // Three turns of half a second; timers may be some milliseconds early.
  expect(performance.now() - start).toBeGreaterThan(1_450);
});

it('waits for nobody who took a turn while the clock was ahead', async () => {
  const right = office.clock.now();
  office.clock.advance(7 * 60 * 60 * 1_000);
  await takeTurn(office, 2);
  office.clock.set(right);
  const start = performance.now();
  await Promise.all([takeTurn(office, 2), takeTurn(office, 2)]);
  expect(performance.now() - start).toBeLessThan(3_000);
});
