import type { TodayItem } from '@congso/contract/sync';
import { expect, it } from 'vitest';
import { sectionsOf, waitsOf } from './sections.ts';

const NOW = Date.parse('2026-03-16T03:00:00.000Z');
const LATE = '2026-03-13T10:00:00.000Z';
const TODAY = '2026-03-16T10:00:00.000Z';

const document = (urgency: string, at: string | null, step: string | null = 'direct') =>
  ({ kind: 'document', at, step, document: { urgency }, reminder: null }) as unknown as TodayItem;
const notice = (at: string | null) => ({ kind: 'notice', at, notice: {}, reminder: null }) as unknown as TodayItem;
const task = (at: string | null) =>
  ({ kind: 'task', at, task: { urgency: 'normal' }, reminder: null }) as unknown as TodayItem;
const mail = { kind: 'mail', at: LATE, count: 7, urgency: 'normal' } as TodayItem;
const reminder = { kind: 'reminder', at: LATE, reminder: {} } as unknown as TodayItem;

it('what is urgent stands first, a notice late for weeks after the documents', () => {
  const items = [
    notice(LATE),
    reminder,
    document('normal', null),
    document('express', null),
    task(LATE),
    task(TODAY),
    mail,
  ];
  expect(sectionsOf(items, NOW).map(({ name }) => name)).toEqual([
    'urgent',
    'overdue',
    'dueToday',
    'onMyDesk',
    'mail',
    'toAcknowledge',
    'reminders',
  ]);
});

it('the strip says how much waits for what, and how much of it is late', () => {
  const items = [
    document('normal', LATE),
    document('express', null),
    document('normal', null, null),
    notice(LATE),
    task(null),
    mail,
    reminder,
  ];
  expect(waitsOf(items, NOW)).toEqual([
    { wait: 'late', count: 1 },
    { wait: 'direct', count: 2 },
    { wait: 'handOn', count: 1 },
    { wait: 'tasks', count: 1 },
    { wait: 'mail', count: 7 },
    { wait: 'notices', count: 1 },
  ]);
});
