import { theOffice } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { changeAggregate } from '../outbox/change-aggregate.ts';
import { reminders } from './reminder-model.ts';

/**
 * Rings, once: the change is conditional on the reminder still being scheduled and due, so a second worker, a repeated
 * job or a snooze in between does nothing.
 */
export async function fireReminder(office: Office, reminderId: string): Promise<void> {
  await changeAggregate(office, reminders, reminderId, theOffice, null, (reminder) => {
    const now = office.clock.now();
    if (reminder.state !== 'scheduled' || reminder.at > now) return null;
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
