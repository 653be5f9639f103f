import { buildOffice, callerOf } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getHealth } from '../health/get-health.ts';
import { listHistory } from '../history/list-history.ts';
import type { Office } from '../office/office.ts';
import { positions } from '../organisation/position-model.ts';
import { changeAggregate } from './change-aggregate.ts';
import { createAggregate } from './create-aggregate.ts';
import { sweepOutboxes } from './sweep-outboxes.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => closeTestOffice(office));

const actor = { personId: 'an' };
/** The office as a process sees it that dies before it tells anything. */
const dying = (): Office => Object.assign(Object.create(office), { relay: { start: () => undefined } });
const tellingOf = (unitId: string) => ({
  action: 'created',
  facts: [{ name: 'unit.created', payload: { unitId } }] as const,
});
const create = (id: string) =>
  createAggregate(dying(), positions, actor, { _id: id, title: id, rank: 1 }, tellingOf(id));
const change = (id: string, unitId: string) =>
  changeAggregate(dying(), positions, id, actor, null, () => ({ set: { rank: 2 }, story: tellingOf(unitId) }));

/** Tells by these reactions; `after` the last sweep so many milliseconds have passed. */
const sweep = (react: (unitId: string) => void, after = 5_000, first: (unitId: string) => void = () => undefined) => {
  office.clock.advance(after);
  const follow = (reaction: (unitId: string) => void) => async (_office: Office, fact: { unitId: string }) =>
    reaction(fact.unitId);
  const reactions = { 'unit.created': [follow(first), follow(react)] };
  return sweepOutboxes(Object.assign(Object.create(office), { reactions }), [positions as never]);
};
const broken = (which: (unitId: string) => boolean, told: string[]) => (unitId: string) => {
  if (which(unitId)) throw new TypeError(`cannot digest ${unitId}`);
  told.push(unitId);
};

describe('a change that cannot be told', () => {
  it('keeps back what follows on the same thing until the program is mended, and then all is told in order', async () => {
    await create('one');
    await change('one', 'second');
    const told: string[] = [];
    await sweep(broken((unitId) => unitId === 'one', told));
    expect(told).toEqual([]);
    await sweep(
      broken(() => false, told),
      24 * 60 * 60 * 1_000,
    );
    expect(told).toEqual(['one', 'second']);
  });

  it('does not keep back what else follows from it', async () => {
    await create('one');
    const told: string[] = [];
    const fail = () => {
      throw new Error('of no importance to the other');
    };
    await sweep((unitId) => told.push(unitId), 5_000, fail);
    expect(told).toEqual(['one']);
    expect(await positions.of(office).countDocuments({ 'outbox.0': { $exists: true } })).toBe(1);
  });

  it('is tried ever more seldom, at most every ten minutes', async () => {
    await create('one');
    let tries = 0;
    const fail = () => {
      tries += 1;
      throw new Error('never');
    };
    for (let second = 0; second < 3_600; second += 10) await sweep(fail, 10_000);
    expect(tries).toBeGreaterThan(10);
    expect(tries).toBeLessThan(18);
  });

  it('keeps nobody else waiting, however many there are of them', async () => {
    for (let index = 0; index < 205; index += 1) await create(`broken-${index}`);
    office.clock.advance(1);
    await create('sound');
    const told: string[] = [];
    const react = broken((unitId) => unitId !== 'sound', told);
    await sweep(react);
    await sweep(react, 100);
    expect(told).toEqual(['sound']);
  });

  it('is shown to the administrator: what it is, since when, how often tried, and why', async () => {
    await buildOffice(office);
    await office.relay.settled();
    const admin = await callerOf(office, 'admin');
    expect((await getHealth(office, admin, {})).stuck).toEqual([]);
    const since = office.clock.now().toISOString();
    await create('one');
    await change('one', 'second');
    await sweep(broken((unitId) => unitId === 'one', []));
    await sweep(
      broken((unitId) => unitId === 'one', []),
      60_000,
    );
    expect((await getHealth(office, admin, {})).stuck).toEqual([
      { entity: 'position', id: 'one', action: 'created', since, tries: 2, reason: 'TypeError: cannot digest one' },
    ]);
    await sweep(() => undefined, 60 * 60 * 1_000);
    expect((await getHealth(office, admin, {})).stuck).toEqual([]);
  });
});

it('what a dead process wrote while its clock was ahead by years is told after the clock is set right', async () => {
  const right = office.clock.now();
  office.clock.advance(20 * 365 * 24 * 60 * 60 * 1_000);
  await create('one');
  office.clock.set(right);
  await sweep(() => undefined);
  expect(await listHistory(office, 'position', 'one')).toHaveLength(1);
});
