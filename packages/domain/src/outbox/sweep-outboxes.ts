import type { Office } from '../office/office.ts';
import type { Aggregate, AggregateKind } from './aggregate.ts';
import { relayAggregate } from './relay.ts';

/** Younger entries are still being relayed by the process that wrote them. */
const GRACE_MS = 1_000;
const BATCH = 200;

/**
 * Relays what a process wrote and could not tell because it died (design G4). Returns how many aggregates it relayed.
 * One that fails is logged and left; it does not keep the others waiting.
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
    for (const { _id } of left) {
      try {
        await relayAggregate(office, kind, _id);
        relayed += 1;
      } catch (error) {
        office.log.error({ err: error, entity: kind.entity, id: _id }, 'outbox cannot be relayed yet');
      }
    }
  }
  return relayed;
}
