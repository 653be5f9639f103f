import { isAwaited } from '../notices/list-waiting.ts';
import { theOffice } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { changeAggregate } from '../outbox/change-aggregate.ts';
import { findTask, isToBeDone } from '../tasks/find-task.ts';
import { cancellationOf } from './plan-reminder.ts';
import { type ReminderDoc, reminders } from './reminder-model.ts';

/**
 * Rings, once: the change is conditional on the reminder still being scheduled and due, so a second worker, a repeated
 * job or a snooze in between does nothing. A deadline nobody works towards any more, a notice that was answered, is let go
 * instead. That is asked now: a report may be sent back, and who answers while the reminder is being made is not yet
 * silenced by it.
 */
export async function fireReminder(office: Office, reminderId: string): Promise<void> {
  await changeAggregate(office, reminders, reminderId, theOffice, null, async (reminder) => {
    const now = office.clock.now();
    if (reminder.state !== 'scheduled' || reminder.at > now) return null;
    if (!(await isWanted(office, reminder))) return cancellationOf(reminder);
    return {
      set: { state: 'fired' as const, firedAt: now, nextAt: null },
      story: {
        action: 'fired',
        from: 'scheduled',
        to: 'fired',
        facts: [{ name: 'reminder.fired', payload: { reminderId } }],
        marks: [{ to: [reminder.personId], kind: 'reminder' }],
      },
    };
  });
}

/** What a person chose always rings; what the office planned, only while there is something to be done about it. */
async function isWanted(office: Office, { occasion, target, personId }: ReminderDoc): Promise<boolean> {
  if (occasion === 'chosen') return true;
  if (target.kind === 'notice') return isAwaited(office, target.id, personId);
  if (target.kind !== 'task') return true;
  const task = await findTask(office, target.id);
  return task !== null && isToBeDone(task);
}
