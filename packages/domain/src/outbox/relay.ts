import type { Office } from '../office/office.ts';
import type { Aggregate, AggregateKind } from './aggregate.ts';
import { noteFailure } from './note-failure.ts';
import { type OutboxEntry, originOf } from './outbox-entry.ts';
import { createRooms } from './rooms.ts';
import { tellAndTakeOut } from './tell-entry.ts';
import { createTurns } from './turns.ts';

/** An aggregate with what is untold of it. */
export type Carrier = Pick<Aggregate, '_id' | 'outbox'>;

/** Tells what aggregates carry in their outboxes. */
export type Relay = {
  /**
   * Tells, in the background and without delaying the command, what an aggregate carries after a write: the entry just
   * written and whatever older ones stand before it.
   */
  start<T extends Aggregate>(kind: AggregateKind<T>, carrier: Carrier): void;
  /**
   * Waits until little is left to be told here of what follows from somebody's acts: who acts faster than that can be
   * told waits, and not everybody else.
   */
  roomFor(originId: string): Promise<void>;
  /** Waits until everything started here is done: before closing, and in tests. */
  settled(): Promise<void>;
};

/**
 * How much a relay does at once, of it what follows from one person's acts, and how much may wait for its turn; all beyond
 * that is left for the sweep.
 */
export type RelayLimits = { readonly running: number; readonly ofOnePerson: number; readonly waiting: number };

export const RELAY_LIMITS: RelayLimits = { running: 16, ofOnePerson: 2, waiting: 2_000 };
/** So much may be left of one person's acts when they act again. */
const MOST_LEFT = 5;

/** What waits to be told of one aggregate, oldest first, while an entry of it is being told or a turn is awaited. */
type Chain = {
  readonly key: string;
  readonly waiting: OutboxEntry[];
  /** The last version taken in: whatever is untold up to it is told by this chain. */
  newest: number;
  /** Answers whether it could be told. */
  readonly tell: (entry: OutboxEntry) => Promise<boolean>;
};

/**
 * A relay that works at once; what it cannot finish stays in the outbox for the sweep (G4). It is bounded, so
 * that telling never crowds out what is still to be accepted (G8).
 *
 * What happened to one aggregate is told in its order: who joined and left again must not be numbered the other way
 * round. So whoever tells begins with the oldest entry in the outbox, whichever process wrote it: it may be one that
 * failed, found no room, or was left by a process that died. Where its writer is still at it, it is told twice, which has
 * the effect of once. What comes behind an entry that cannot be told waits for the sweep, or for the next write.
 * People take turns: what follows from one person's acts, however much it is, keeps nobody else's waiting.
 */
export function createRelay(getOffice: () => Office, limits: RelayLimits = RELAY_LIMITS): Relay {
  const running = new Set<Promise<void>>();
  const chains = new Map<string, Chain>();
  const turns = createTurns<Chain>(({ waiting: [next] }) => (next ? originOf(next) : null), limits);
  const rooms = createRooms(MOST_LEFT);
  let waiting = 0;

  const run = (chain: Chain, entry: OutboxEntry) => {
    const origin = originOf(entry);
    const work = chain.tell(entry).then((isTold) => {
      running.delete(work);
      turns.end(origin);
      rooms.leave(origin);
      if (isTold && chain.waiting.length > 0) {
        turns.wait(chain);
      } else {
        waiting -= chain.waiting.length;
        for (const left of chain.waiting) rooms.leave(originOf(left));
        chains.delete(chain.key);
      }
      runNext();
    });
    running.add(work);
  };
  const runNext = () => {
    for (let chain = turns.next(); chain; chain = turns.next()) {
      const entry = chain.waiting.shift() as OutboxEntry;
      waiting -= 1;
      run(chain, entry);
    }
  };

  return {
    start: (kind, { _id: id, outbox }) => {
      const office = getOffice();
      const key = `${kind.entity}:${id}`;
      const known = chains.get(key);
      const room = limits.waiting - waiting + (!known && running.size < limits.running ? 1 : 0);
      // From the oldest on: what finds no room is behind what does.
      const untold = inOrder(outbox.filter(({ version }) => version > (known?.newest ?? 0))).slice(0, room);
      const newest = untold.at(-1);
      if (!newest) return;
      const chain = known ?? { key, waiting: [], newest: 0, tell: (entry) => tellOrLeave(office, kind, id, entry) };
      chain.newest = newest.version;
      chain.waiting.push(...untold);
      waiting += untold.length;
      for (const entry of untold) rooms.enter(originOf(entry));
      if (known) return;
      chains.set(key, chain);
      turns.wait(chain);
      runNext();
    },
    roomFor: rooms.wait,
    settled: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

/**
 * Tells every entry left in one aggregate's outbox, oldest first, up to one that cannot be told: that is noted, and what
 * comes behind it waits. Answers whether all of it was told.
 */
export async function relayAggregate<T extends Aggregate>(
  office: Office,
  kind: AggregateKind<T>,
  id: string,
): Promise<boolean> {
  const carrier = await kind.of(office).findOne({ _id: id }, { outbox: 1 }).lean<Carrier>();
  for (const entry of inOrder(carrier?.outbox ?? [])) {
    try {
      await tellAndTakeOut(office, kind, id, entry);
    } catch (error) {
      const { action, failure } = entry;
      office.log.error({ err: error, entity: kind.entity, id, action, failure }, 'outbox cannot be relayed yet');
      await noteFailure(office, kind, id, entry, error);
      return false;
    }
  }
  return true;
}

const inOrder = (entries: readonly OutboxEntry[]) => entries.toSorted((a, b) => a.version - b.version);

async function tellOrLeave<T extends Aggregate>(
  office: Office,
  kind: AggregateKind<T>,
  id: string,
  entry: OutboxEntry,
): Promise<boolean> {
  try {
    await tellAndTakeOut(office, kind, id, entry);
    return true;
  } catch (error) {
    office.log.warn({ err: error, entity: kind.entity, id }, 'outbox left for the sweep');
    return false;
  }
}
