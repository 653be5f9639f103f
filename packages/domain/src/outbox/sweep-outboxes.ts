import type { Office } from '../office/office.ts';
import type { Aggregate, AggregateKind } from './aggregate.ts';
import { relayAggregate } from './relay.ts';

/** Younger entries are still being relayed by the process that wrote them. */
const GRACE_MS = 1_000;
const BATCH = 200;
/** So many are relayed at once: one whose reaction takes long must not keep the others of its kind waiting. */
const AT_ONCE = 8;

/**
 * Relays what a process wrote and could not tell because it died (G4). Returns how many aggregates it relayed.
 * One that fails is logged and left; it does not keep the others waiting. What happened to one aggregate is told in
 * order; several aggregates are told at once.
 */
export async function sweepOutboxes(office: Office, kinds: readonly AggregateKind<Aggregate>[]): Promise<number> {
  const before = new Date(office.clock.now().getTime() - GRACE_MS);
  let relayed = 0;
  for (const kind of kinds) {
    const left = await kind
      .of(office)
      .find({ 'outbox.0': { $exists: true }, 'outbox.recordedAt': { $lte: before } }, { _id: 1 })
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
    await relayAggregate(office, kind, id);
    return true;
  } catch (error) {
    office.log.error({ err: error, entity: kind.entity, id }, 'outbox cannot be relayed yet');
    return false;
  }
}

/** How many aggregates of a kind have something untold, whatever the clock of the process that wrote it says. */
export function countUntold(office: Office, kind: AggregateKind<Aggregate>): Promise<number> {
  // Every instant, because an index is only used by a question about its field; so nothing is read but what is counted.
  return kind
    .of(office)
    .countDocuments({ 'outbox.0': { $exists: true }, 'outbox.recordedAt': { $gte: new Date(0) } })
    .exec();
}
