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
  const document = buildDocument(office, actor, fields, story);
  const model = kind.of(office);
  try {
    await model.create(document);
  } catch (error) {
    if (!isDuplicateKey(error, '_id')) throw error;
    const original = await model.findOne({ _id: document._id }).lean<T>();
    if (!original) throw error;
    return original;
  }
  office.relay.start(kind, document);
  return document;
}

const CHUNK = 500;

/**
 * Inserts many aggregates of a kind, each with its story, in a write for every few hundred of them. Those that are there
 * already, by their `_id`, are left as they are; cut off in the middle, a repeat adds the rest.
 */
export async function createAggregates<T extends Aggregate>(
  office: Office,
  kind: AggregateKind<T>,
  actor: Actor,
  wanted: readonly { readonly fields: NewAggregate<T>; readonly story: Story }[],
): Promise<void> {
  for (let start = 0; start < wanted.length; start += CHUNK) {
    const documents = wanted
      .slice(start, start + CHUNK)
      .map(({ fields, story }) => buildDocument(office, actor, fields, story));
    const known = await insertUnknown(office, kind, documents);
    for (const [index, document] of documents.entries()) if (!known.has(index)) office.relay.start(kind, document);
  }
}

/** Answers the places of those that were there already. */
async function insertUnknown<T extends Aggregate>(
  office: Office,
  kind: AggregateKind<T>,
  documents: readonly T[],
): Promise<ReadonlySet<number>> {
  try {
    // Lean: built here and now; a mongoose document for each costs a third of the rate.
    await kind.of(office).insertMany(documents as T[], { ordered: false, lean: true });
    return new Set();
  } catch (error) {
    const { writeErrors } = error as { writeErrors?: readonly { index: number; code: number }[] };
    if (!writeErrors?.length || writeErrors.some(({ code }) => code !== 11000)) throw error;
    return new Set(writeErrors.map(({ index }) => index));
  }
}

function buildDocument<T extends Aggregate>(office: Office, actor: Actor, fields: NewAggregate<T>, story: Story): T {
  const now = office.clock.now();
  return {
    ...fields,
    version: 1,
    createdAt: now,
    createdById: actor.personId,
    outbox: [buildOutboxEntry(1, actor, now, story)],
    requestIds: [],
  } as unknown as T;
}
