import type { Actor } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { isDuplicateKey } from '../stores/mongo.ts';
import type { Aggregate, AggregateKind } from './aggregate.ts';
import { buildOutboxEntry, type Story } from './outbox-entry.ts';

/** The fields a caller of `createAggregate` fills in itself. */
export type NewAggregate<T extends Aggregate> = Omit<T, Exclude<keyof Aggregate, '_id'>>;

/**
 * Inserts an aggregate with its story, in one write. `_id` must be derived from the cause (`derivedId`): a repeat meets
 * the unique index and is answered with the original.
 */
export async function createAggregate<T extends Aggregate>(
  office: Office,
  kind: AggregateKind<T>,
  actor: Actor,
  fields: NewAggregate<T>,
  story: Story,
): Promise<T> {
  const now = office.clock.now();
  const entry = buildOutboxEntry(1, actor, now, story);
  const document = {
    ...fields,
    version: 1,
    createdAt: now,
    createdById: actor.personId,
    outbox: [entry],
    requestIds: [],
  } as unknown as T;
  const model = kind.of(office);
  try {
    await model.create(document);
  } catch (error) {
    if (!isDuplicateKey(error, '_id')) throw error;
    const original = await model.findOne({ _id: document._id }).lean<T>();
    if (!original) throw error;
    return original;
  }
  office.relay.start(kind, document._id, entry);
  return document;
}
