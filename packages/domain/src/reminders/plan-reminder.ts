import type { Reminder, ReminderTarget } from '@congso/contract/reminders';
import { type Actor, theOffice } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { changeAggregate } from '../outbox/change-aggregate.ts';
import { createAggregate, createAggregates, type NewAggregate } from '../outbox/create-aggregate.ts';
import type { Story } from '../outbox/outbox-entry.ts';
import { type ReminderDoc, reminders, targetKeyOf } from './reminder-model.ts';

export type PlannedReminder = {
  /** Derived from the cause, so that planning twice plans once. */
  readonly id: string;
  readonly personId: string;
  readonly target: ReminderTarget;
  readonly occasion: Reminder['occasion'];
  readonly text: string;
  readonly at: Date;
};

/** Plans a reminder; an instant that has passed rings at once. */
export async function planReminder(office: Office, planned: PlannedReminder, actor: Actor): Promise<ReminderDoc> {
  const { fields, story } = build(planned);
  return createAggregate(office, reminders, actor, fields, story);
}

/** Plans many of the office's own at once, as for the audience of a notice. */
export async function planReminders(
  office: Office,
  planned: readonly PlannedReminder[],
  actor: Actor = theOffice,
): Promise<void> {
  await createAggregates(office, reminders, actor, planned.map(build));
}

function build(planned: PlannedReminder): { fields: NewAggregate<ReminderDoc>; story: Story } {
  const { id, personId, target, occasion, text, at } = planned;
  return {
    fields: {
      _id: id,
      personId,
      target,
      targetKey: targetKeyOf(target),
      occasion,
      text,
      at,
      state: 'scheduled' as const,
      firedAt: null,
      nextAt: at,
      attempts: 0,
    },
    story: {
      action: 'scheduled',
      to: 'scheduled',
      marks: [{ to: [personId], kind: 'reminder' }],
      wakes: [{ job: 'fire-reminder', at }],
    },
  };
}

/**
 * Silences everything about a target that the office planned itself, rung or not, or only in these states; what people
 * chose stays theirs.
 */
export async function cancelReminders(
  office: Office,
  target: ReminderTarget,
  personId?: string,
  states: readonly Reminder['state'][] = ['scheduled', 'fired'],
): Promise<void> {
  const found = await reminders
    .of(office)
    .find(
      {
        targetKey: targetKeyOf(target),
        state: { $in: states },
        occasion: { $ne: 'chosen' },
        ...(personId !== undefined && { personId }),
      },
      { _id: 1 },
    )
    .lean<{ _id: string }[]>();
  for (const { _id } of found) {
    await changeAggregate(office, reminders, _id, theOffice, null, (reminder) =>
      states.includes(reminder.state) ? cancellationOf(reminder) : null,
    );
  }
}

/** The change that silences a reminder. */
export const cancellationOf = (reminder: ReminderDoc) => ({
  set: { state: 'cancelled' as const, nextAt: null },
  story: {
    action: 'cancelled',
    from: reminder.state,
    to: 'cancelled',
    marks: [{ to: [reminder.personId], kind: 'reminder' as const }],
  },
});
