import type { Translated } from '../translated.ts';
import type { reminders as vi } from '../vi/reminders.ts';

export const reminders = {
  occasion: {
    chosen: 'You asked for it',
    'before-due': 'Due soon',
    due: 'Due',
    unanswered: 'Waits for your answer',
  },
  ringing_one: '{{count}} reminder is waiting for you',
  ringing: '{{count}} reminders are waiting for you',
  action: {
    remindMe: 'Remind me',
    dismiss: 'Dismiss',
    seeToday: 'See them on Today',
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
  remindAt: 'You will be reminded of “{{title}}” at {{time}}',
  remindMeOf: 'Remind me of “{{title}}”',
  chooseDay: 'Day',
  chooseHour: 'Time',
} as const satisfies Translated<typeof vi>;
