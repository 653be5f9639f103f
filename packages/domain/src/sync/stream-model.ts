import type { EntityKind } from '@congso/contract/sync';
import { defineCollection, embedded } from '../stores/collection.ts';

export type StreamMark = { factId: string; kind: EntityKind; id: string; version: number };

/** A person's stream: how many marks there ever were, and the last of them (protocol S). */
export type StreamDoc = { _id: string; head: number; marks: StreamMark[] };

export const streams = defineCollection<StreamDoc>('streams', {
  _id: String,
  head: Number,
  marks: { type: [embedded] },
});
