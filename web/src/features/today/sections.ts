import type { TodayItem } from '@congso/contract/sync';
import { civilDateOf } from '@congso/language/dates';

/** The order in which they are shown. */
export const SECTIONS = ['overdue', 'reminders', 'dueToday', 'toAcknowledge', 'onMyDesk', 'later'] as const;
export type SectionName = (typeof SECTIONS)[number];

/** Where an item belongs: what is late stands first, whatever it is. */
export function sectionOf(item: TodayItem, now: number): SectionName {
  const isLate = item.at !== null && Date.parse(item.at) < now;
  const isToday = item.at !== null && civilDateOf(item.at) === civilDateOf(now);
  switch (item.kind) {
    case 'reminder':
      return 'reminders';
    case 'mail':
      return 'onMyDesk';
    case 'notice':
      return isLate ? 'overdue' : 'toAcknowledge';
    case 'document':
      if (isLate) return 'overdue';
      return isToday ? 'dueToday' : 'onMyDesk';
    case 'task':
      if (isLate) return 'overdue';
      return isToday ? 'dueToday' : 'later';
  }
}

/** The items of each section that has any, in the server's order within. */
export function sectionsOf(items: readonly TodayItem[], now: number): { name: SectionName; items: TodayItem[] }[] {
  return SECTIONS.map((name) => ({ name, items: items.filter((item) => sectionOf(item, now) === name) })).filter(
    (section) => section.items.length > 0,
  );
}
