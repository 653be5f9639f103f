import { expect, it } from 'vitest';
import { createRooms } from './rooms.ts';

it('nobody waits for ever behind those who were let in and left nothing to be told', async () => {
  const rooms = createRooms(5);
  for (let n = 0; n < 6; n += 1) rooms.enter('an');
  let isIn = 0;
  const waiting = Array.from({ length: 10 }, () => rooms.wait('an').then(() => (isIn += 1)));
  for (let n = 0; n < 5; n += 1) rooms.leave('an');
  await Promise.resolve();
  expect(isIn, 'one for each place').toBeLessThanOrEqual(5);
  rooms.leave('an');
  await Promise.all(waiting);
  expect(isIn).toBe(10);
});
