import type { Translated } from '../translated.ts';
import type { today as vi } from '../vi/today.ts';

export const today = {
  title: 'Today',
  greeting: 'Hello {{name}}',
  mailWaiting: '{{count}} letters to register',
  mailWaiting_one: '{{count}} letter to register',
  section: {
    overdue: 'Overdue',
    dueToday: 'Due today',
    toAcknowledge: 'To acknowledge',
    onMyDesk: 'Documents on my desk',
    reminders: 'Reminders',
    later: 'Coming up',
  },
  accepted: 'Task accepted: {{title}}',
  acknowledged: 'Acknowledged: {{title}}',
  dismissed: 'Reminder dismissed: {{title}}',
  empty: 'Nothing left to do today',
  emptyHint: 'Tasks, documents and notices that need you will appear here.',
  firstSteps: {
    title: 'The office is founded',
    hint: 'Three steps until people can work. Documents need at least one clerk and one leader to go anywhere.',
    units: '1. Make its units',
    people: '2. Add people, give them positions',
    office: '3. Set its name and mail address',
  },
} as const satisfies Translated<typeof vi>;
