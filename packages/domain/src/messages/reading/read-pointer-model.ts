import { defineCollection } from '../../stores/collection.ts';

/** How far a person has read in a conversation; it only moves forward. `_id` is `conversation>person`. */
export type ReadPointerDoc = { _id: string; seq: number; count: number };

export const readPointers = defineCollection<ReadPointerDoc>('readPointers', {
  _id: String,
  seq: Number,
  count: Number,
});
