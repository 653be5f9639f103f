import { instantOf } from '@congso/language/dates';
import { addWorkingDays } from '@congso/language/working-days';
import { theOfficeAfter } from '../office/caller.ts';
import { privateId } from '../office/ids.ts';
import type { Reaction } from '../outbox/reactions.ts';
import { findTask, isOpen, isToBeDone } from '../tasks/find-task.ts';
import { loadHolidays } from '../working-time/load-holidays.ts';
import { cancelReminders, planReminders } from './plan-reminder.ts';

/** When the working day before the deadline begins. */
const MORNING = '08:00';

/** Rings for everyone who works on a task: on the morning of the working day before the deadline, and at the deadline. */
export const planTaskReminders: Reaction<'task.assigned'> = async (office, { taskId }, cause) => {
  const task = await findTask(office, taskId);
  if (!task?.dueAt || !task.dueDate || !isOpen(task)) return;
  const dayBefore = addWorkingDays(task.dueDate, -1, await loadHolidays(office));
  const occasions = [
    { occasion: 'before-due', at: instantOf(dayBefore, MORNING) },
    { occasion: 'due', at: task.dueAt },
  ] as const;
  const target = { kind: 'task', id: taskId } as const;
  // A task given on its last day needs no reminder of the day before.
  const toCome = occasions.filter(({ at }) => at > office.clock.now());
  const planned = [task.leadId, ...task.coordinatorIds].flatMap((personId) =>
    toCome.map(({ occasion, at }) => {
      const id = privateId(office, 'reminder', taskId, occasion, personId);
      return { id, personId, target, occasion, text: task.title, at };
    }),
  );
  await planReminders(office, planned, theOfficeAfter(cause));
};

/**
 * A task that is over rings no more. Reported, what rang falls silent; what is still to ring decides when its time comes,
 * because the report may be sent back until then.
 */
export const silenceTaskReminders: Reaction<'task.changed'> = async (office, { taskId }) => {
  const task = await findTask(office, taskId);
  if (!task || isToBeDone(task)) return;
  await cancelReminders(office, { kind: 'task', id: taskId }, undefined, isOpen(task) ? ['fired'] : undefined);
};
