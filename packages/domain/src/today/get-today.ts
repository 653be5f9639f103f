import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import { URGENCIES } from '@congso/contract/documents';
import type { Reminder } from '@congso/contract/reminders';
import type { TodayItem } from '@congso/contract/sync';
import { listDesk } from '../documents/desk/list-desk.ts';
import { countQueue } from '../mail/count-queue.ts';
import { listAwaitedNotices } from '../notices/list-notices.ts';
import { presentNotices } from '../notices/present-notice.ts';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { hasRole } from '../people/require-role.ts';
import { listRinging } from '../reminders/choose-reminder.ts';
import { presentReminder } from '../reminders/present-reminder.ts';
import { listOwedTasks } from '../tasks/find-task.ts';
import { presentTasks } from '../tasks/present-task.ts';

/** Of each kind; what presses least is left out. */
const MOST = 50;

/**
 * What the caller owes, the most pressing first: hỏa tốc before all, then what has the nearest deadline, then what has
 * none; what is only to be read after what is to be done. What rings about one of these stands with it.
 */
export async function getToday(
  office: Office,
  caller: Caller,
  _input: CommandInput<'today.get'>,
): Promise<CommandOutput<'today.get'>> {
  const [ringing, tasks, notices, desk, mails] = await Promise.all([
    listRinging(office, caller.personId),
    owedTasks(office, caller),
    awaitedNotices(office, caller),
    documentsOnDesk(office, caller),
    mailQueue(office, caller),
  ]);
  const withTask = new Set(
    tasks.map((item) =>
      item.kind === 'task' && item.task.source.kind === 'document' ? item.task.source.documentId : null,
    ),
  );
  // A document whose step gave me a task shows as the task alone: one duty, one line.
  const documents = desk.filter((item) => item.kind !== 'document' || !withTask.has(item.document.id));
  const owed = [...tasks, ...documents, ...notices, ...mails].sort(byPressing);
  const { items, left } = withReminders(owed, ringing.map(presentReminder));
  return { items: [...left.map((reminder) => ({ kind: 'reminder' as const, at: reminder.at, reminder })), ...items] };
}

/** Puts each reminder to the thing it is about: a notice and its reminder are one duty. Left are those of nothing here. */
function withReminders(owed: readonly TodayItem[], ringing: readonly Reminder[]) {
  const left = new Set(ringing);
  const items = owed.map((item) => {
    const ids = targetIdsOf(item);
    const about = [...left].filter(({ target }) => 'id' in target && ids.includes(`${target.kind}:${target.id}`));
    for (const reminder of about) left.delete(reminder);
    return 'reminder' in item && item.kind !== 'reminder' ? { ...item, reminder: about[0] ?? null } : item;
  });
  return { items, left: [...left] };
}

/** What a reminder of this item may be about: of a task also the document it came from. */
function targetIdsOf(item: TodayItem): string[] {
  switch (item.kind) {
    case 'task': {
      const { id, source } = item.task;
      return [`task:${id}`, ...(source.kind === 'document' ? [`document:${source.documentId}`] : [])];
    }
    case 'notice':
      return [`notice:${item.notice.id}`];
    case 'document':
      return [`document:${item.document.id}`];
    case 'mail':
    case 'reminder':
      return [];
  }
}

/** Ascending: what presses most comes first. Of one kind and day it stays in the order it was asked for. */
function byPressing(a: TodayItem, b: TodayItem): number {
  return urgencyOf(b) - urgencyOf(a) || Number(isToRead(a)) - Number(isToRead(b)) || compareDays(a, b);
}

/** 0 is ordinary, 3 hỏa tốc. */
function urgencyOf(item: TodayItem): number {
  if (item.kind === 'task') return URGENCIES.indexOf(item.task.urgency);
  if (item.kind === 'document') return URGENCIES.indexOf(item.document.urgency);
  return item.kind === 'mail' ? URGENCIES.indexOf(item.urgency) : 0;
}

const isToRead = ({ kind }: TodayItem): boolean => kind === 'notice';

function compareDays(a: TodayItem, b: TodayItem): number {
  if (a.at === null || b.at === null) return Number(a.at === null) - Number(b.at === null);
  return Date.parse(a.at) - Date.parse(b.at);
}

async function owedTasks(office: Office, caller: Caller): Promise<TodayItem[]> {
  const found = await presentTasks(office, caller, await listOwedTasks(office, caller, MOST));
  return found.map((task) => ({ kind: 'task', at: task.dueAt, task, reminder: null }));
}

async function awaitedNotices(office: Office, caller: Caller): Promise<TodayItem[]> {
  const found = await listAwaitedNotices(office, caller.personId, MOST);
  const presented = await presentNotices(office, caller, found);
  return presented.map((notice) => ({ kind: 'notice', at: notice.acknowledgeBy, notice, reminder: null }));
}

async function documentsOnDesk(office: Office, caller: Caller): Promise<TodayItem[]> {
  const desk = await listDesk(office, caller, MOST);
  return desk.map(({ document, step }) => ({ kind: 'document', at: document.dueAt, document, step, reminder: null }));
}

async function mailQueue(office: Office, caller: Caller): Promise<TodayItem[]> {
  if (!hasRole(caller, 'clerk')) return [];
  const { count, oldestAt, urgency } = await countQueue(office);
  return count === 0 || !oldestAt ? [] : [{ kind: 'mail', at: oldestAt.toISOString(), count, urgency }];
}
