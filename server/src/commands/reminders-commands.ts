import type { remindersCommands } from '@congso/contract/reminders';
import {
  cancelReminder,
  createReminder,
  dismissReminder,
  listReminders,
  snoozeReminder,
} from '@congso/domain/reminders/choose-reminder';
import type { Handlers } from '../answering/handler.ts';

export const remindersHandlers = {
  'reminders.create': createReminder,
  'reminders.list': listReminders,
  'reminders.snooze': snoozeReminder,
  'reminders.dismiss': dismissReminder,
  'reminders.cancel': cancelReminder,
} satisfies Handlers<keyof typeof remindersCommands>;
