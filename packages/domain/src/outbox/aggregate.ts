import type { SchemaDefinition } from 'mongoose';
import type { Actor } from '../office/caller.ts';
import { type Collection, defineCollection, embedded, type Index } from '../stores/collection.ts';
import type { OutboxEntry } from './outbox-entry.ts';

/** What every aggregate has: one document, one version, its untold changes and its latest request ids. */
export type Aggregate = {
  _id: string;
  version: number;
  createdAt: Date;
  createdById: string | null;
  outbox: OutboxEntry[];
  /** The last requests that changed it (`requestKey`), so that a repeat has no second effect. */
  requestIds: string[];
};

/** An aggregate's collection together with the word history and marks call it by. */
export type AggregateKind<T extends Aggregate> = Collection<T> & {
  readonly entity: string;
  /** What an input calls its id: named by the refusal when there is none. */
  readonly idField: string;
};

/**
 * A request id as it is remembered. It is a repeat for whoever made the request alone: from anybody else it is a new
 * request, and is asked for its right like any other. The office's own causes are remembered as they are.
 */
export const requestKey = ({ personId }: Actor, requestId: string): string =>
  personId === null ? requestId : `${personId}/${requestId}`;

/** How many request ids an aggregate remembers; a client that repeats after so many other changes is answered WRONG_STATE. */
export const REMEMBERED_REQUESTS = 32;

/** Declares an aggregate: its collection with the fields of the outbox and the index the sweep finds them by. */
export function defineAggregate<T extends Aggregate>(
  entity: string,
  collection: string,
  fields: SchemaDefinition,
  indexes: readonly Index[] = [],
): AggregateKind<T> {
  const defined = defineCollection<T>(
    collection,
    {
      _id: { type: String, required: true },
      version: { type: Number, required: true },
      createdAt: { type: Date, required: true },
      createdById: { type: String, default: null },
      outbox: { type: [embedded], default: [] },
      requestIds: { type: [String], default: [] },
      ...fields,
    },
    [[{ 'outbox.recordedAt': 1 }, { partialFilterExpression: { 'outbox.0': { $exists: true } } }], ...indexes],
  );
  return { ...defined, entity, idField: `${entity}Id` };
}
