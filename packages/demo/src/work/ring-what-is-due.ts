import { fireReminder } from '@congso/domain/reminders/fire-reminder';
import { type ReminderDoc, reminders } from '@congso/domain/reminders/reminder-model';
import type { Demo } from '../filling/demo.ts';

/** Lets ring, each at its own time, what nobody's course of events waited for: a visitor finds nothing overdue to ring. */
export async function ringWhatIsDue({ office, until }: Demo): Promise<void> {
  const due = await reminders
    .of(office)
    .find({ nextAt: { $ne: null, $lte: until } }, { at: 1 })
    .sort({ at: 1 })
    .lean<Pick<ReminderDoc, '_id' | 'at'>[]>();
  for (const { _id, at } of due) {
    office.clock.set(at);
    await fireReminder(office, _id);
  }
  await office.relay.settled();
}
