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
