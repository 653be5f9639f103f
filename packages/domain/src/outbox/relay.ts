import type { Fact, FactName } from '@congso/contract/facts';
import { recordHistory } from '../history/record-history.ts';
import { wake } from '../jobs/wake.ts';
import type { Office } from '../office/office.ts';
import { markStreams } from '../sync/mark-streams.ts';
import type { Aggregate, AggregateKind } from './aggregate.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import type { Cause, Reaction } from './reactions.ts';

/** Tells what aggregates carry in their outboxes. */
export type Relay = {
  /** Tells the entry that was just written, in the background, without delaying the command that wrote it. */
  start<T extends Aggregate>(kind: AggregateKind<T>, id: string, entry: OutboxEntry): void;
  /** Waits until everything started here is done: before closing, and in tests. */
  settled(): Promise<void>;
};

/** How much a relay does at once, and how much may wait for its turn; all beyond that is left for the sweep. */
export type RelayLimits = { readonly running: number; readonly waiting: number };

export const RELAY_LIMITS: RelayLimits = { running: 16, waiting: 2_000 };

/** Whether it could be told. */
type Tell = () => Promise<boolean>;

/**
 * A relay that works at once; what it cannot finish stays in the outbox for the sweep (design G4). It is bounded, so
 * that telling never crowds out what is still to be accepted (G8). What happened to one aggregate is told in its order,
 * one after the other: who joined and left again must not be numbered the other way round. So what comes behind
 * something that could not be told is left for the sweep as well, which begins with the oldest.
 */
export function createRelay(getOffice: () => Office, limits: RelayLimits = RELAY_LIMITS): Relay {
  const running = new Set<Promise<void>>();
  /** What waits behind the one being told, or waits for its turn, of each aggregate that has something to tell. */
  const chains = new Map<string, Tell[]>();
  const turns: string[] = [];
  let waiting = 0;

  const run = (key: string, tell: Tell) => {
    const work = tell().then((isTold) => {
      running.delete(work);
      const chain = chains.get(key) ?? [];
      if (isTold && chain.length > 0) {
        turns.push(key);
      } else {
        waiting -= chain.length;
        chains.delete(key);
      }
      runNext();
    });
    running.add(work);
  };
  const runNext = () => {
    const key = turns.shift();
    const next = key === undefined ? undefined : chains.get(key)?.shift();
    if (key === undefined || !next) return;
    waiting -= 1;
    run(key, next);
  };

  return {
    start: (kind, id, entry) => {
      const office = getOffice();
      const key = `${kind.entity}:${id}`;
      const tell = () =>
        tellAndTakeOut(office, kind, id, entry).then(
          () => true,
          (error: unknown) => {
            office.log.warn({ err: error, entity: kind.entity, id }, 'outbox left for the sweep');
            return false;
          },
        );
      const chain = chains.get(key);
      if (!chain && running.size < limits.running) {
        chains.set(key, []);
        run(key, tell);
      } else if (waiting < limits.waiting) {
        waiting += 1;
        if (chain) chain.push(tell);
        else {
          chains.set(key, [tell]);
          turns.push(key);
        }
      }
    },
    settled: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

/** Tells every entry left in one aggregate's outbox, oldest first. */
export async function relayAggregate<T extends Aggregate>(
  office: Office,
  kind: AggregateKind<T>,
  id: string,
): Promise<void> {
  const carrier = await kind.of(office).findOne({ _id: id }, { outbox: 1 }).lean<Pick<Aggregate, '_id' | 'outbox'>>();
  if (!carrier) return;
  for (const entry of [...carrier.outbox].sort((a, b) => a.version - b.version)) {
    await tellAndTakeOut(office, kind, id, entry);
  }
}

/** Takes an entry out of the outbox only when all of it is told: a death in between tells it again. */
async function tellAndTakeOut<T extends Aggregate>(
  office: Office,
  kind: AggregateKind<T>,
  id: string,
  entry: OutboxEntry,
): Promise<void> {
  await tell(office, kind.entity, id, entry);
  await kind.of(office).updateOne({ _id: id }, { $pull: { outbox: { version: entry.version } } } as object);
}

async function tell(office: Office, entity: string, id: string, entry: OutboxEntry): Promise<void> {
  const causeId = `${entity}:${id}:${entry.version}`;
  await recordHistory(office, causeId, entity, id, entry);
  for (const fact of entry.facts)
    await react(office, fact, { id: causeId, actorId: entry.actorId, at: entry.recordedAt });
  for (const mark of entry.marks) {
    await markStreams(office, causeId, mark.to, { kind: mark.kind, id: mark.id ?? id, version: entry.version });
  }
  for (const { job, at } of entry.wakes) await wake(office, job, id, at);
}

async function react<K extends FactName>(
  office: Office,
  fact: Extract<Fact, { name: K }>,
  cause: Cause,
): Promise<void> {
  const reactions = (office.reactions[fact.name] ?? []) as readonly Reaction<K>[];
  for (const reaction of reactions) await reaction(office, fact.payload as Parameters<Reaction<K>>[1], cause);
}
