import type { Office } from '../office/office.ts';
import { type ReminderDoc, reminders } from './reminder-model.ts';

/** A reminder for other nouns' reactions: nobody asks, so nobody is asked for a right. */
export async function findReminder(office: Office, reminderId: string): Promise<ReminderDoc | null> {
  return reminders.of(office).findOne({ _id: reminderId }).lean<ReminderDoc>();
}
