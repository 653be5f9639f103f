import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AGGREGATES } from '../collections.ts';
import { type Actor, theOfficeAfter } from '../office/caller.ts';
import { positions } from '../organisation/position-model.ts';
import { createAggregate } from './create-aggregate.ts';
import { createRelay } from './relay.ts';
import { sweepOutboxes } from './sweep-outboxes.ts';

let office: TestOffice;
let told: string[];
let release: () => void;
beforeEach(async () => {
  office = await openTestOffice();
  told = [];
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const react = async (_office: unknown, { unitId }: { unitId: string }) => {
    if (unitId.startsWith('held')) await held;
    told.push(unitId);
  };
  Object.assign(office, { reactions: { 'unit.created': [react] } });
});
afterEach(() => {
  release();
  return closeTestOffice(office);
});

/** Something that is told of, written by a process that does not tell it. */
const write = (id: string, actor: Actor) =>
  createAggregate(
    Object.assign(Object.create(office), { relay: { start: () => undefined } }),
    positions,
    actor,
    { _id: id, title: id, rank: 1 },
    { action: 'created', facts: [{ name: 'unit.created', payload: { unitId: id } }] },
  );

it('what follows from one person’s acts, also what the office does because of them, keeps nobody else’s waiting', async () => {
  const relay = createRelay(() => office);
  for (let n = 0; n < 20; n += 1) relay.start(positions, await write(`held-${n}`, { personId: 'an' }));
  for (let n = 20; n < 40; n += 1) relay.start(positions, await write(`held-${n}`, theOfficeAfter({ originId: 'an' })));
  relay.start(positions, await write('of-binh', { personId: 'binh' }));
  await vi.waitFor(() => expect(told).toEqual(['of-binh']));
  release();
  await relay.settled();
  expect(told).toHaveLength(41);
});

it('who acts faster than it can be told waits until there is room; nobody else does', async () => {
  const relay = createRelay(() => office);
  for (let n = 0; n < 30; n += 1) relay.start(positions, await write(`held-${n}`, { personId: 'an' }));
  let mayAct = false;
  const room = relay.roomFor('an').then(() => {
    mayAct = true;
  });
  await relay.roomFor('binh');
  expect(mayAct).toBe(false);
  release();
  await room;
  await relay.settled();
  expect(told).toHaveLength(30);
});

it('the sweep tells what others left before the rest of what one person did by the hundred', async () => {
  await Promise.all(Array.from({ length: 250 }, (_, n) => write(`of-an-${n}`, { personId: 'an' })));
  office.clock.advance(1_000);
  await write('of-binh', { personId: 'binh' });
  office.clock.advance(5_000);
  await sweepOutboxes(office, AGGREGATES);
  expect(told.indexOf('of-binh')).toBeGreaterThanOrEqual(0);
  expect(told.indexOf('of-binh')).toBeLessThan(100);
  while ((await sweepOutboxes(office, AGGREGATES)) > 0);
  expect(new Set(told).size).toBe(251);
});
