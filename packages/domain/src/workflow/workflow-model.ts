import type { Workflow } from '@congso/contract/workflow';
import { defineCollection, embedded } from '../stores/collection.ts';

/** A published definition. It never changes: a new version is a new document, and running slips keep theirs. */
export type WorkflowDoc = Omit<Workflow, 'id'> & { _id: string; publishedAt: Date };

export const workflows = defineCollection<WorkflowDoc>(
  'workflows',
  {
    _id: String,
    key: String,
    version: Number,
    name: String,
    start: String,
    end: [String],
    states: { type: [embedded] },
    transitions: { type: [embedded] },
    publishedAt: Date,
  },
  [[{ key: 1, version: -1 }, { unique: true }]],
);
