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
  /** The unit whose step it belongs to: its head and deputies of today judge it. Null for a task given by hand. */
  unitId: string | null;
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

/** States in which the work is still to be done; reported, it waits for its judge alone. */
export const WORK_STATES: readonly Task['state'][] = ['assigned', 'accepted', 'in-progress'];
/** States in which somebody still has to do something. Overdue is computed from these and `dueAt`, never stored. */
export const OPEN_STATES: readonly Task['state'][] = [...WORK_STATES, 'reported'];

export const tasks = defineAggregate<TaskDoc>(
  'task',
  'tasks',
  {
    title: String,
    description: String,
    searchKey: String,
    source: embedded,
    assignerId: String,
    unitId: { type: String, default: null },
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
    [{ unitId: 1, state: 1, dueAt: 1 }],
    [{ createdAt: -1, _id: 1 }],
    [{ createdById: 1, createdAt: -1 }],
  ],
);
