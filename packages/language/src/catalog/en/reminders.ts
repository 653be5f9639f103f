import type { Translated } from '../translated.ts';
import type { reminders as vi } from '../vi/reminders.ts';

export const reminders = {
  reminder: 'Reminder',
  reminders: 'Reminders',
  at: 'Remind at',
  note: 'Note',
  occasion: {
    chosen: 'You asked for it',
    'before-due': 'Due soon',
    due: 'Due',
    unanswered: 'Waits for your answer',
  },
  state: {
    scheduled: 'Scheduled',
    fired: 'Ringing',
    done: 'Dismissed',
    cancelled: 'Cancelled',
  },
  action: {
    remindMe: 'Remind me',
    snooze: 'Snooze',
    dismiss: 'Dismiss',
    cancel: 'Cancel the reminder',
  },
  when: {
    inMinutes: 'In {{count}} minutes',
    inMinutes_one: 'In {{count}} minute',
    inHours: 'In {{count}} hours',
    inHours_one: 'In {{count}} hour',
    tomorrowMorning: 'Tomorrow morning',
    nextWorkingDay: 'Next working day',
    chooseTime: 'Choose a time',
  },
  taskDueSoon: 'The task “{{title}}” is due soon: {{due}}',
  taskOverdue: 'The task “{{title}}” is overdue since {{due}}',
  noticeWaiting: 'The notice “{{title}}” waits for your acknowledgement by {{due}}',
  empty: 'No reminders set',
  remindAt: 'You will be reminded at {{time}}',
  remindMeOf: 'Remind me of “{{title}}”',
  chooseDay: 'Day',
  chooseHour: 'Time',
} as const satisfies Translated<typeof vi>;
