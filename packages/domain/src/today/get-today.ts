import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { TodayItem } from '@congso/contract/sync';
import { listDesk } from '../documents/register/list-documents.ts';
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

/** What the caller owes: ringing reminders, then whatever has the nearest deadline, then what has none. */
export async function getToday(
  office: Office,
  caller: Caller,
  _input: CommandInput<'today.get'>,
): Promise<CommandOutput<'today.get'>> {
  const [reminders, tasks, notices, desk, mails] = await Promise.all([
    ringing(office, caller),
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
  const rest = [...tasks, ...notices, ...documents, ...mails].sort((a, b) => pressing(a) - pressing(b));
  return { items: [...reminders, ...rest] };
}

/** Ascending: what is due first presses most; without a deadline after everything that has one. */
function pressing(item: TodayItem): number {
  return item.at === null ? Number.POSITIVE_INFINITY : Date.parse(item.at);
}

async function ringing(office: Office, caller: Caller): Promise<TodayItem[]> {
  const found = await listRinging(office, caller.personId);
  return found.map((reminder) => ({
    kind: 'reminder',
    at: reminder.at.toISOString(),
    reminder: presentReminder(reminder),
  }));
}

async function owedTasks(office: Office, caller: Caller): Promise<TodayItem[]> {
  const found = await presentTasks(office, caller, await listOwedTasks(office, caller, MOST));
  return found.map((task) => ({ kind: 'task', at: task.dueAt, task }));
}

async function awaitedNotices(office: Office, caller: Caller): Promise<TodayItem[]> {
  const found = await listAwaitedNotices(office, caller.personId, MOST);
  const presented = await presentNotices(office, caller, found);
  return presented.map((notice) => ({ kind: 'notice', at: notice.acknowledgeBy, notice }));
}

async function documentsOnDesk(office: Office, caller: Caller): Promise<TodayItem[]> {
  const desk = await listDesk(office, caller, MOST);
  return desk.map((document) => ({ kind: 'document', at: document.dueAt, document }));
}

async function mailQueue(office: Office, caller: Caller): Promise<TodayItem[]> {
  if (!hasRole(caller, 'clerk')) return [];
  const { count, oldestAt } = await countQueue(office);
  return count === 0 || !oldestAt ? [] : [{ kind: 'mail', at: oldestAt.toISOString(), count }];
}
