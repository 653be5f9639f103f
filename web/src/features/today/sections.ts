import type { TodayItem } from '@congso/contract/sync';
import { civilDateOf } from '@congso/language/dates';

/** The order in which they are shown: what is to be done before what is only to be read. */
export const SECTIONS = [
  'urgent',
  'overdue',
  'dueToday',
  'onMyDesk',
  'mail',
  'toAcknowledge',
  'reminders',
  'later',
] as const;
export type SectionName = (typeof SECTIONS)[number];

/** Where an item belongs: what is urgent stands first whatever it is, then what is late. */
export function sectionOf(item: TodayItem, now: number): SectionName {
  switch (item.kind) {
    case 'reminder':
      return 'reminders';
    case 'mail':
      return item.urgency === 'normal' ? 'mail' : 'urgent';
    case 'notice':
      return 'toAcknowledge';
    case 'document':
      return item.document.urgency === 'normal' ? byDay(item.at, now, 'onMyDesk') : 'urgent';
    case 'task':
      return item.task.urgency === 'normal' ? byDay(item.at, now, 'later') : 'urgent';
  }
}

function byDay(at: string | null, now: number, otherwise: SectionName): SectionName {
  if (at === null) return otherwise;
  if (Date.parse(at) < now) return 'overdue';
  return civilDateOf(at) === civilDateOf(now) ? 'dueToday' : otherwise;
}

/** The items of each section that has any, in the server's order within. */
export function sectionsOf(items: readonly TodayItem[], now: number): { name: SectionName; items: TodayItem[] }[] {
  return SECTIONS.map((name) => ({ name, items: items.filter((item) => sectionOf(item, now) === name) })).filter(
    (section) => section.items.length > 0,
  );
}

/** What waits, by what is to be done with it; `late` is any of it that is late. */
export const WAITS = ['late', 'direct', 'assign', 'submit', 'process', 'handOn', 'tasks', 'mail', 'notices'] as const;
export type Wait = (typeof WAITS)[number];

/** What an item waits for; null for what only rings. */
function waitOf(item: TodayItem): Exclude<Wait, 'late'> | null {
  switch (item.kind) {
    case 'document':
      return item.step ?? 'handOn';
    case 'task':
      return 'tasks';
    case 'mail':
      return 'mail';
    case 'notice':
      return 'notices';
    case 'reminder':
      return null;
  }
}

/** Whether an item is one of those. A notice or a letter that is late is no work that is late. */
export function isWaiting(item: TodayItem, wait: Wait, now: number): boolean {
  if (wait !== 'late') return waitOf(item) === wait;
  return (item.kind === 'document' || item.kind === 'task') && item.at !== null && Date.parse(item.at) < now;
}

/** How much of each waits, without what nothing waits of. */
export function waitsOf(items: readonly TodayItem[], now: number): { wait: Wait; count: number }[] {
  return WAITS.map((wait) => ({
    wait,
    count: items
      .filter((item) => isWaiting(item, wait, now))
      .reduce((sum, item) => sum + (item.kind === 'mail' ? item.count : 1), 0),
  })).filter(({ count }) => count > 0);
}
