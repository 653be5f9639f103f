import type { Urgency } from '@congso/contract/documents';
import type { Task } from '@congso/contract/tasks';
import { type Aggregate, defineAggregate } from '../outbox/aggregate.ts';
import { embedded } from '../stores/collection.ts';

/** A report of the lead: what was done. Reports are kept, also those sent back. */
export type TaskReport = { id: string; authorId: string; at: Date; text: string; fileIds: string[] };

export type TaskDoc = Aggregate & {
  title: string;
  description: string;
  searchKey: string;
  source: Task['source'];
  assignerId: string;
  leadId: string;
  coordinatorIds: string[];
  /** That of the document it was made from. Tasks older than this field lack it and are ordinary. */
  urgency?: Urgency;
  dueDate: string | null;
  dueAt: Date | null;
  state: Task['state'];
  progress: number;
  reports: TaskReport[];
  fileIds: string[];
  closedAt: Date | null;
};

/** States in which somebody still has to do something. Overdue is computed from these and `dueAt`, never stored. */
export const OPEN_STATES: readonly Task['state'][] = ['assigned', 'accepted', 'in-progress', 'reported'];

export const tasks = defineAggregate<TaskDoc>(
  'task',
  'tasks',
  {
    title: String,
    description: String,
    searchKey: String,
    source: embedded,
    assignerId: String,
    leadId: String,
    coordinatorIds: [String],
    urgency: { type: String, default: 'normal' },
    dueDate: { type: String, default: null },
    dueAt: { type: Date, default: null },
    state: String,
    progress: Number,
    reports: { type: [embedded], default: [] },
    fileIds: [String],
    closedAt: { type: Date, default: null },
  },
  [
    [{ leadId: 1, state: 1, dueAt: 1 }],
    [{ coordinatorIds: 1, state: 1, dueAt: 1 }],
    [{ assignerId: 1, state: 1, dueAt: 1 }],
    [{ createdAt: -1, _id: 1 }],
  ],
);
