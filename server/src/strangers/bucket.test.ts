import { expect, it } from 'vitest';
import { createBuckets } from './bucket.ts';

function bucketsAt(limits: Parameters<typeof createBuckets>[0]) {
  const clock = { ms: 0 };
  return { clock, buckets: createBuckets(limits, () => clock.ms) };
}

it('gives at once what there is, then as much as flows in, to each name its own', () => {
  const { clock, buckets } = bucketsAt({ most: 3, perSecond: 2 });
  const takeAll = (name: string) => Array.from({ length: 10 }, () => buckets.take(name)).filter(Boolean).length;
  expect(takeAll('one')).toBe(3);
  expect(takeAll('other')).toBe(3);
  clock.ms = 1_000;
  expect(takeAll('one')).toBe(2);
  clock.ms = 60_000;
  expect(takeAll('one')).toBe(3);
});

it('what was done although nothing was there is paid for before anything is there again, and not for ever', () => {
  const { clock, buckets } = bucketsAt({ most: 10, perSecond: 10 });
  expect(buckets.charge('one', 4)).toBe(true);
  expect(buckets.charge('one', 1_000)).toBe(false);
  expect(buckets.waitMs('one')).toBe(1_001);
  clock.ms = 1_001;
  expect(buckets.waitMs('one')).toBe(0);
  expect(buckets.charge('one', -1_000)).toBe(true);
  clock.ms = 1_002;
  expect(buckets.take('one', 11), 'what is given back is never more than there may be').toBe(false);
});

it('who comes under ever new names is not kept in memory, and who used theirs up is not forgotten for it', () => {
  const { buckets } = bucketsAt({ most: 2, perSecond: 1 });
  expect(buckets.take('known', 2)).toBe(true);
  for (let name = 0; name < 5_000; name += 1) buckets.take(`${name}`, 0);
  expect(buckets.take('known', 2)).toBe(false);
});
