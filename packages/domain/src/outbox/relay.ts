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
  /** Relays one aggregate in the background, without delaying the command that wrote it. */
  start<T extends Aggregate>(kind: AggregateKind<T>, id: string): void;
  /** Waits until everything started here is done: before closing, and in tests. */
  settled(): Promise<void>;
};

/** A relay that works at once; what it cannot finish stays in the outbox for the sweep (design G4). */
export function createRelay(getOffice: () => Office): Relay {
  const running = new Set<Promise<void>>();
  return {
    start: (kind, id) => {
      const office = getOffice();
      const work = relayAggregate(office, kind, id).catch((error: unknown) => {
        office.log.warn({ err: error, entity: kind.entity, id }, 'outbox left for the sweep');
      });
      running.add(work);
      void work.finally(() => running.delete(work));
    },
    settled: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

/** Tells every entry of one aggregate's outbox, oldest first, and takes each out when all of it is told. */
export async function relayAggregate<T extends Aggregate>(
  office: Office,
  kind: AggregateKind<T>,
  id: string,
): Promise<void> {
  const model = kind.of(office);
  const carrier = await model.findOne({ _id: id }, { outbox: 1 }).lean<Pick<Aggregate, '_id' | 'outbox'>>();
  if (!carrier) return;
  for (const entry of [...carrier.outbox].sort((a, b) => a.version - b.version)) {
    await tell(office, kind.entity, id, entry);
    await model.updateOne({ _id: id }, { $pull: { outbox: { version: entry.version } } } as object);
  }
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
