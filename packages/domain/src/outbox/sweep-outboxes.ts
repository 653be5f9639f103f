import type { Office } from '../office/office.ts';
import type { Aggregate, AggregateKind } from './aggregate.ts';
import { type Failure, restingAt } from './note-failure.ts';
import { type OutboxEntry, originOf } from './outbox-entry.ts';
import { type Carrier, relayAggregate } from './relay.ts';
import { createTurns } from './turns.ts';

/**
 * Younger entries are still being relayed by the process that wrote them. Of the future are those of a process whose
 * clock was ahead, and nobody waits for that.
 */
const GRACE_MS = 1_000;
const BATCH = 200;
/** Of a batch so many that follow from one person's acts: others are looked for before the rest of them. */
const OF_ONE_PERSON = 20;
/** So many are relayed at once: one whose reaction takes long must not keep the others of its kind waiting. */
const AT_ONCE = { running: 8, ofOnePerson: 2 };

/**
 * Relays what a process wrote and could not tell because it died (G4). Returns how many aggregates it relayed.
 * One that fails is noted and left; it does not keep the others waiting. What happened to one aggregate is told in
 * order; several aggregates are told at once.
 */
export async function sweepOutboxes(office: Office, kinds: readonly AggregateKind<Aggregate>[]): Promise<number> {
  const now = office.clock.now();
  const [before, after] = [new Date(now.getTime() - GRACE_MS), new Date(now.getTime() + GRACE_MS)];
  const untoldNow = { $or: [untold({ $lte: before }), untold({ $gt: after })], $nor: [restingAt(now)] };
  const fields = { 'outbox.originId': 1, 'outbox.actorId': 1 } as const;
  let relayed = 0;
  for (const kind of kinds) {
    const crowds: (string | null)[] = [];
    for (let isFull = true; isFull; ) {
      const notOfCrowds = crowds.length > 0 && { 'outbox.0.originId': { $nin: crowds } };
      const found = await kind
        .of(office)
        .find({ ...untoldNow, ...notOfCrowds } as object, fields)
        .limit(BATCH)
        .lean<Left[]>();
      const { share, rest, crowded } = shareOut(found);
      relayed += await relayAll(office, kind, share);
      crowds.push(...crowded);
      isFull = found.length === BATCH && crowded.length > 0;
      if (!isFull) relayed += await relayAll(office, kind, rest);
    }
  }
  return relayed;
}

type Left = { readonly _id: string; readonly outbox: readonly Pick<OutboxEntry, 'originId' | 'actorId'>[] };

const originOfLeft = ({ outbox: [first] }: Left) => (first ? originOf(first) : null);

/** As much as is each person's share, the rest, and whose that is. */
function shareOut(found: readonly Left[]): { share: Left[]; rest: Left[]; crowded: (string | null)[] } {
  const counts = new Map<string | null, number>();
  const [share, rest]: [Left[], Left[]] = [[], []];
  for (const one of found) {
    const origin = originOfLeft(one);
    const count = (counts.get(origin) ?? 0) + 1;
    counts.set(origin, count);
    (count > OF_ONE_PERSON ? rest : share).push(one);
  }
  return { share, rest, crowded: [...new Set(rest.map(originOfLeft))] };
}

/** Answers how many could be told. */
async function relayAll(office: Office, kind: AggregateKind<Aggregate>, left: readonly Left[]): Promise<number> {
  const turns = createTurns<Left>(originOfLeft, AT_ONCE);
  const running = new Set<Promise<void>>();
  let relayed = 0;
  const begin = () => {
    for (let one = turns.next(); one; one = turns.next()) {
      const origin = originOfLeft(one);
      const work = relayOne(office, kind, one._id).then((isTold) => {
        if (isTold) relayed += 1;
        running.delete(work);
        turns.end(origin);
        begin();
      });
      running.add(work);
    }
  };
  for (const one of left) turns.wait(one);
  begin();
  while (running.size > 0) await Promise.all(running);
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
