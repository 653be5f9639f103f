import { defineCollection, embedded } from '../../stores/collection.ts';

/** That somebody brought a person in: the number of the fact that says so (0 where none does), and when. */
export type Entry = { readonly seq: number; readonly at: Date };

/** How far a person has read in a conversation, and their last coming in; both only move forward. `_id` is `conversation>person`. */
export type ReadPointerDoc = { _id: string; seq: number; count: number; entry?: Entry | undefined };

export const readPointers = defineCollection<ReadPointerDoc>('readPointers', {
  _id: String,
  seq: Number,
  count: Number,
  entry: { type: embedded, default: undefined },
});
