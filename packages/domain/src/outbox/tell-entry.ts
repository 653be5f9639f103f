import type { Fact, FactName } from '@congso/contract/facts';
import { recordHistory } from '../history/record-history.ts';
import { wake } from '../jobs/wake.ts';
import type { Office } from '../office/office.ts';
import { isStoreAway } from '../stores/mongo.ts';
import { markStreams } from '../sync/mark-streams.ts';
import type { Aggregate, AggregateKind } from './aggregate.ts';
import { type OutboxEntry, originOf } from './outbox-entry.ts';
import type { Reaction } from './reactions.ts';

/** Takes an entry out of the outbox only when all of it is told: a death in between tells it again. */
export async function tellAndTakeOut<T extends Aggregate>(
  office: Office,
  kind: AggregateKind<T>,
  id: string,
  entry: OutboxEntry,
): Promise<void> {
  await tell(office, kind.entity, id, entry);
  await kind.of(office).updateOne({ _id: id }, { $pull: { outbox: { version: entry.version } } } as object);
}

/**
 * Whatever follows from an entry is tried, also when a part of it fails: work is assigned although its conversation
 * cannot be opened.
 *
 * @throws the first failure; all of it is then told once more, which has the effect of once.
 */
async function tell(office: Office, entity: string, id: string, entry: OutboxEntry): Promise<void> {
  const causeId = `${entity}:${id}:${entry.version}`;
  await recordHistory(office, causeId, entity, id, entry);
  const failures: unknown[] = [];
  const attempt = async (part: () => Promise<void>) => {
    try {
      await part();
    } catch (error) {
      // Nothing else will go either; each would only wait for the database once more.
      if (isStoreAway(error)) throw error;
      failures.push(error);
    }
  };
  const cause = { id: causeId, actorId: entry.actorId, originId: originOf(entry), at: entry.recordedAt };
  for (const fact of entry.facts)
    for (const reaction of reactionsTo(office, fact)) await attempt(() => reaction(office, fact.payload, cause));
  for (const mark of entry.marks) {
    const told = { kind: mark.kind, id: mark.id ?? id, version: entry.version };
    await attempt(() => markStreams(office, causeId, mark.to, told));
  }
  for (const { job, at } of entry.wakes) await wake(office, job, id, at);
  if (failures.length > 0) throw failures[0];
}

/** Whoever follows a fact, each taking the payload of its name. */
function reactionsTo({ reactions }: Office, { name }: Fact): readonly Reaction<FactName>[] {
  return (reactions[name] ?? []) as readonly Reaction<FactName>[];
}
