import type { Reminder, ReminderTarget } from '@congso/contract/reminders';
import { type Due, dueFields, dueIndex } from '../jobs/due-work.ts';
import { defineAggregate } from '../outbox/aggregate.ts';
import { embedded } from '../stores/collection.ts';

/** Something that rings for one person at an instant. `nextAt` is that instant while it is scheduled. */
export type ReminderDoc = Due & {
  personId: string;
  target: ReminderTarget;
  /** The target as one string, to find all reminders about it. */
  targetKey: string;
  occasion: Reminder['occasion'];
  text: string;
  at: Date;
  state: Reminder['state'];
  firedAt: Date | null;
};

export const targetKeyOf = (target: ReminderTarget): string => {
  if (target.kind === 'none') return 'none';
  return target.kind === 'message' ? `message:${target.conversationId}:${target.seq}` : `${target.kind}:${target.id}`;
};

export const reminders = defineAggregate<ReminderDoc>(
  'reminder',
  'reminders',
  {
    ...dueFields,
    personId: String,
    target: embedded,
    targetKey: String,
    occasion: String,
    text: String,
    at: Date,
    state: String,
    firedAt: { type: Date, default: null },
  },
  [
    dueIndex,
    [{ personId: 1, state: 1, at: 1 }],
    [{ targetKey: 1, state: 1 }],
    [{ createdById: 1, createdAt: -1 }, { partialFilterExpression: { occasion: 'chosen' } }],
  ],
);
