import type { Office } from '../office/office.ts';
import type { Aggregate, AggregateKind } from './aggregate.ts';
import { type Failure, restingAt } from './note-failure.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import { type Carrier, relayAggregate } from './relay.ts';

/**
 * Younger entries are still being relayed by the process that wrote them. Of the future are those of a process whose
 * clock was ahead, and nobody waits for that.
 */
const GRACE_MS = 1_000;
const BATCH = 200;
/** So many are relayed at once: one whose reaction takes long must not keep the others of its kind waiting. */
const AT_ONCE = 8;

/**
 * Relays what a process wrote and could not tell because it died (G4). Returns how many aggregates it relayed.
 * One that fails is noted and left; it does not keep the others waiting. What happened to one aggregate is told in
 * order; several aggregates are told at once.
 */
export async function sweepOutboxes(office: Office, kinds: readonly AggregateKind<Aggregate>[]): Promise<number> {
  const now = office.clock.now();
  const [before, after] = [new Date(now.getTime() - GRACE_MS), new Date(now.getTime() + GRACE_MS)];
  let relayed = 0;
  for (const kind of kinds) {
    const left = await kind
      .of(office)
      .find({ $or: [untold({ $lte: before }), untold({ $gt: after })], $nor: [restingAt(now)] } as object, { _id: 1 })
      .limit(BATCH)
      .lean<{ _id: string }[]>();
    const relayNext = async () => {
      for (let next = left.shift(); next; next = left.shift()) {
        if (await relayOne(office, kind, next._id)) relayed += 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, relayNext));
  }
  return relayed;
}

async function relayOne(office: Office, kind: AggregateKind<Aggregate>, id: string): Promise<boolean> {
  try {
    return await relayAggregate(office, kind, id);
  } catch (error) {
    office.log.error({ err: error, entity: kind.entity, id }, 'outbox not even looked into');
    return false;
  }
}

/** Aggregates with an entry recorded then, in the words of their partial index. */
const untold = (recordedAt: object) => ({ 'outbox.0': { $exists: true }, 'outbox.recordedAt': recordedAt });

/** Every instant, because an index is only used by a question about its field; so nothing is read but what is counted. */
const EVER = { $gte: new Date(0) };
const SHOWN = 20;

/** An aggregate of which something cannot be told: what happened to it, when, and why it is not told. */
export type Stuck = Pick<OutboxEntry, 'action' | 'recordedAt'> &
  Failure & { readonly entity: string; readonly id: string };

/** Those of a kind that the sweep failed to tell. */
export async function listStuck(office: Office, kind: AggregateKind<Aggregate>): Promise<Stuck[]> {
  const found = await kind
    .of(office)
    .find({ ...untold(EVER), 'outbox.failure.tries': { $gte: 1 } } as object, { outbox: 1 })
    .limit(SHOWN)
    .lean<Carrier[]>();
  return found.flatMap(({ _id: id, outbox }) =>
    outbox.flatMap(({ action, recordedAt, failure }) =>
      failure ? [{ entity: kind.entity, id, action, recordedAt, ...failure }] : [],
    ),
  );
}

/** How many aggregates of a kind have something untold, whatever the clock of the process that wrote it says. */
export function countUntold(office: Office, kind: AggregateKind<Aggregate>): Promise<number> {
  return kind.of(office).countDocuments(untold(EVER)).exec();
}
