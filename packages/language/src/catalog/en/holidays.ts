import type { Translated } from '../translated.ts';
import type { holidays as vi } from '../vi/holidays.ts';

export const holidays = {
  title: 'Holidays and swapped days',
  told: {
    set: '{{date}} is set: {{kind}}',
    removed: '{{date}} is an ordinary day again',
  },
  date: 'Date',
  name: 'Name',
  kind: 'Kind of day',
  off: 'Day off',
  work: 'Working day',
  action: {
    add: 'Add a day',
  },
  toConfirm: 'Awaits the official text',
  occasion: {
    newYear: "New Year's Day",
    tet: 'Lunar New Year',
    hungKings: 'Hung Kings Commemoration Day',
    reunification: 'Reunification Day',
    labour: 'Labour Day',
    nationalDay: 'National Day',
    culture: 'Vietnam Culture Day',
  },
  inLieu: 'In lieu of {{occasion}}',
  removeTitle: 'Remove {{date}} ({{name}})?',
  removeHint: 'Deadlines set from now on no longer take this day as an exception.',
  empty: 'No holidays for {{year}} yet',
} as const satisfies Translated<typeof vi>;
