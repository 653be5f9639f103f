import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AGGREGATES } from '../collections.ts';
import { listHistory } from '../history/list-history.ts';
import { derivedId } from '../office/ids.ts';
import type { Office } from '../office/office.ts';
import { positions } from '../organisation/position-model.ts';
import { pullStream } from '../sync/pull-stream.ts';
import { changeAggregate } from './change-aggregate.ts';
import { createAggregate, createAggregates } from './create-aggregate.ts';
import { type Carrier, createRelay } from './relay.ts';
import { sweepOutboxes } from './sweep-outboxes.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => closeTestOffice(office));

const actor = { personId: 'an' };
const create = (rank = 1) =>
  createAggregate(
    office,
    positions,
    actor,
    { _id: derivedId('test', 'one'), title: 'Giám đốc', rank },
    {
      action: 'created',
      marks: [{ to: ['an', 'binh'], kind: 'organisation' }],
    },
  );
const raise = (requestId: string, by = 1) =>
  changeAggregate(office, positions, derivedId('test', 'one'), actor, requestId, (current) => ({
    set: { rank: current.rank + by },
    story: { action: 'raised', from: String(current.rank), to: String(current.rank + by) },
  }));

describe('a change', () => {
  it('creating twice has the effect of once and answers the original', async () => {
    await create(1);
    expect((await create(7)).rank).toBe(1);
    await office.relay.settled();
    expect(await listHistory(office, 'position', derivedId('test', 'one'))).toHaveLength(1);
  });

  it('sent twice under one request id changes once', async () => {
    await create();
    expect((await raise('request-1')).rank).toBe(2);
    expect((await raise('request-1')).rank).toBe(2);
    expect((await raise('request-2')).rank).toBe(3);
  });

  it('made by ten at once is made ten times, each with its own version and line of history', async () => {
    await create();
    await Promise.all(Array.from({ length: 10 }, (_, index) => raise(`request-${index}`)));
    await office.relay.settled();
    const lines = await listHistory(office, 'position', derivedId('test', 'one'));
    expect(lines.map((line) => line.version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(lines.at(-1)).toMatchObject({ action: 'raised', from: '10', to: '11', actorId: 'an' });
  });

  it('made by fifty at once is made fifty times, and nobody is told to try again', async () => {
    await create();
    await Promise.all(Array.from({ length: 50 }, (_, n) => raise(`request-of-${n}`)));
    expect((await positions.of(office).findOne().lean())?.rank).toBe(51);
  });

  it('is told although the process that wrote it died before telling', async () => {
    await pullStream(office, 'binh', null);
    const dead = Object.assign(Object.create(office), {
      relay: { start: () => undefined, settled: async () => undefined },
    });
    await createAggregate(
      dead,
      positions,
      actor,
      { _id: 'p1', title: 'Phó', rank: 2 },
      {
        action: 'created',
        marks: [{ to: ['binh'], kind: 'organisation' }],
      },
    );
    expect(await listHistory(office, 'position', 'p1')).toEqual([]);
    office.clock.advance(5_000);
    expect(await sweepOutboxes(office, AGGREGATES)).toBe(1);
    expect(await listHistory(office, 'position', 'p1')).toHaveLength(1);
    expect(await pullStream(office, 'binh', 0)).toEqual({
      cursor: 1,
      marks: [{ kind: 'organisation', id: 'p1', version: 1 }],
      limited: false,
    });
    expect(await sweepOutboxes(office, AGGREGATES)).toBe(0);
  });
});

describe('what happened to one aggregate', () => {
  /** Changes that tell `unit.changed` of these; what the aggregate was after each, for whoever is to tell it. */
  const write = async (id: string, ...unitIds: string[]): Promise<Carrier[]> => {
    await createAggregate(office, positions, actor, { _id: id, title: id, rank: 0 }, { action: 'created' });
    await office.relay.settled();
    return writeMore(id, ...unitIds);
  };
  const writeMore = async (id: string, ...unitIds: string[]): Promise<Carrier[]> => {
    const silent = Object.assign(Object.create(office), { relay: { start: () => undefined } });
    const written: Carrier[] = [];
    for (const unitId of unitIds) {
      const change = changeAggregate(silent, positions, id, actor, null, () => ({
        set: { rank: 1 },
        story: { action: 'raised', facts: [{ name: 'unit.changed', payload: { unitId } }] },
      }));
      written.push(await change);
    }
    return written;
  };
  /** What a reaction was told; `hold` keeps it waiting or fails it. */
  const listen = (hold: (unitId: string) => Promise<void> = async () => undefined) => {
    const told: string[] = [];
    const react = async (_office: unknown, { unitId }: { unitId: string }) => {
      await hold(unitId);
      told.push(unitId);
    };
    Object.assign(office, { reactions: { 'unit.changed': [react] } });
    return told;
  };
  const sweep = async () => {
    office.clock.advance(5_000);
    await sweepOutboxes(office, AGGREGATES);
  };

  it('is told in its order, however long the first takes, and keeps nobody else waiting', async () => {
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const told = listen((unitId) => (unitId === 'first' ? held : Promise.resolve()));
    const relay = createRelay(() => office);
    const [ofOne, ofTwo] = [await write('one', 'first', 'second', 'third'), await write('two', 'another')];
    for (const carrier of [...ofOne, ...ofTwo]) relay.start(positions, carrier);
    await vi.waitFor(() => expect(told).toContain('another'));
    goOn();
    await relay.settled();
    expect(told).toEqual(['another', 'first', 'second', 'third']);
  });

  it('waits for the sweep behind what could not be told', async () => {
    let isAway = true;
    const told = listen(async (unitId) => {
      if (unitId === 'first' && isAway) throw new Error('the database is away');
    });
    const relay = createRelay(() => office);
    for (const carrier of await write('one', 'first', 'second')) relay.start(positions, carrier);
    await relay.settled();
    expect(told).toEqual([]);
    isAway = false;
    await sweep();
    expect(told).toEqual(['first', 'second']);
  });

  it('is left for the sweep beyond what may wait', async () => {
    const told = listen();
    const relay = createRelay(() => office, { running: 1, ofOnePerson: 1, waiting: 1 });
    for (const carrier of await write('one', 'first', 'second', 'third')) relay.start(positions, carrier);
    await relay.settled();
    expect(told).toEqual(['first', 'second']);
    await sweep();
    expect(told).toEqual(['first', 'second', 'third']);
  });

  it('is told from the oldest on by whoever writes next, when the process that wrote first died', async () => {
    const told = listen();
    await write('one', 'joined');
    const relay = createRelay(() => office);
    for (const carrier of await writeMore('one', 'left')) relay.start(positions, carrier);
    await relay.settled();
    expect(told).toEqual(['joined', 'left']);
    expect(await sweepOutboxes(office, AGGREGATES)).toBe(0);
  });

  it('is told from the oldest on by a later write, after a failure and beyond what may wait', async () => {
    let isAway = true;
    const told = listen(async () => {
      if (isAway) throw new Error('the database is away');
    });
    const relay = createRelay(() => office, { running: 1, ofOnePerson: 1, waiting: 1 });
    for (const carrier of await write('one', 'first', 'second', 'third')) relay.start(positions, carrier);
    await relay.settled();
    isAway = false;
    for (const carrier of await writeMore('one', 'fourth')) relay.start(positions, carrier);
    await relay.settled();
    expect(told).toEqual(['first', 'second']);
    for (const carrier of await writeMore('one', 'fifth')) relay.start(positions, carrier);
    await relay.settled();
    expect(told).toEqual(['first', 'second', 'third', 'fourth']);
    await sweep();
    expect(told).toEqual(['first', 'second', 'third', 'fourth', 'fifth']);
  });

  it('is told in its order although the replies to two writes came in the other', async () => {
    const told = listen();
    const relay = createRelay(() => office);
    for (const carrier of (await write('one', 'first', 'second')).toReversed()) relay.start(positions, carrier);
    await relay.settled();
    expect(told).toEqual(['first', 'second']);
  });

  it('begins in order in each of two processes that tell it at once', async () => {
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const begun: string[] = [];
    const told = listen((unitId) => {
      begun.push(unitId);
      return begun.length === 1 ? held : Promise.resolve();
    });
    const [here, there] = [createRelay(() => office), createRelay(() => office)];
    for (const carrier of await write('one', 'first')) here.start(positions, carrier);
    await vi.waitFor(() => expect(begun).toEqual(['first']));
    for (const carrier of await writeMore('one', 'second')) there.start(positions, carrier);
    await there.settled();
    goOn();
    await here.settled();
    expect(told).toEqual(['first', 'second', 'first']);
  });
});

describe('many created at once', () => {
  const wanted = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      fields: { _id: `p${index}`, title: `${index}`, rank: index },
      story: { action: 'created' },
    }));

  it('are there once each, told each, and a repeat after being cut off adds the rest', async () => {
    await createAggregates(office, positions, actor, wanted(3));
    await createAggregates(office, positions, actor, wanted(1_200));
    await createAggregates(office, positions, actor, wanted(1_200));
    await office.relay.settled();
    expect(await positions.of(office).countDocuments()).toBe(1_200);
    for (const id of ['p0', 'p700', 'p1199']) expect(await listHistory(office, 'position', id)).toHaveLength(1);
  });
});

describe('the sweep', () => {
  /** Positions whose stories nobody has told, each with a fact that is followed by `react`. */
  const sweepAfter = async (ids: readonly string[], react: (id: string) => Promise<void>) => {
    const dead = Object.assign(Object.create(office), { relay: { start: () => undefined } });
    for (const id of ids) {
      const facts = [{ name: 'unit.created', payload: { unitId: id } }] as const;
      const fields = { _id: id, title: id, rank: 1 };
      await createAggregate(dead, positions, actor, fields, { action: 'created', facts });
    }
    office.clock.advance(5_000);
    const reactions = { 'unit.created': [(_office: Office, { unitId }: { unitId: string }) => react(unitId)] };
    return sweepOutboxes(Object.assign(Object.create(office), { reactions }), [positions as never]);
  };

  it('tells several at a time: one that takes long does not keep the others waiting', async () => {
    const told: string[] = [];
    let tellOthers: () => void = () => undefined;
    const others = new Promise<void>((resolve) => {
      tellOthers = resolve;
    });
    const count = await sweepAfter(['slow', 'b', 'c', 'd'], async (id) => {
      if (id === 'slow') await others;
      told.push(id);
      if (told.length === 3) tellOthers();
    });
    expect(count).toBe(4);
    expect(told.toSorted()).toEqual(['b', 'c', 'd', 'slow']);
  });

  it('tells no more than eight at a time', async () => {
    let [now, most] = [0, 0];
    const ids = Array.from({ length: 20 }, (_, index) => `p${index}`);
    await sweepAfter(ids, async (id) => {
      now += 1;
      most = Math.max(most, now);
      await positions.of(office).findOne({ _id: id });
      now -= 1;
    });
    expect(most).toBeLessThanOrEqual(8);
  });

  it('tells what happened to one in order, also what its first change holds up', async () => {
    await create();
    const order: number[] = [];
    const dead = Object.assign(Object.create(office), { relay: { start: () => undefined } });
    await office.relay.settled();
    for (const rank of [2, 3, 4]) {
      await changeAggregate(dead, positions, derivedId('test', 'one'), actor, null, () => ({
        set: { rank },
        story: { action: 'raised', facts: [{ name: 'unit.created', payload: { unitId: String(rank) } }] },
      }));
    }
    await sweepAfter(['other'], async (id) => void (id === 'other' || order.push(Number(id))));
    expect(order).toEqual([2, 3, 4]);
  });
});

describe('a stream', () => {
  it('tells a client that was away too long to read everything anew', async () => {
    await pullStream(office, 'an', null);
    await create();
    for (let index = 0; index < 70; index += 1) {
      await changeAggregate(office, positions, derivedId('test', 'one'), actor, null, () => ({
        set: { rank: index },
        story: { action: 'raised', marks: [{ to: ['an'], kind: 'organisation' }] },
      }));
    }
    await office.relay.settled();
    expect(await pullStream(office, 'an', 3)).toMatchObject({ cursor: 71, marks: [], limited: true });
    expect((await pullStream(office, 'an', 69)).marks).toHaveLength(2);
    expect((await pullStream(office, 'an', 71)).marks).toHaveLength(0);
    expect((await pullStream(office, 'an', 500)).limited).toBe(true);
  });
});
