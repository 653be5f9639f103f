import { type CivilDate, civilDateOf } from '@congso/language/dates';
import { addWorkingDays, dueInstantOf } from '@congso/language/working-days';
import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import { loadHolidays } from './load-holidays.ts';

/** A deadline as a person sets it: a day of the calendar, or so many working days from today. */
export type WantedDue = { readonly date: CivilDate } | { readonly workingDays: number };

/**
 * Makes a deadline of what was asked: the civil day and the instant the office closes on it. A named day is taken as
 * named, a day off too: a deadline set from outside does not move for us.
 *
 * @throws Refusal DATE_IN_PAST (on `due`) when that instant is over.
 */
export async function resolveDue(
  office: Office,
  due: WantedDue | null,
): Promise<{ dueDate: CivilDate; dueAt: Date } | null> {
  if (!due) return null;
  const now = office.clock.now();
  const dueDate =
    'date' in due ? due.date : addWorkingDays(civilDateOf(now), due.workingDays, await loadHolidays(office));
  const dueAt = dueInstantOf(dueDate);
  if (dueAt <= now) throw new Refusal('DATE_IN_PAST', { field: 'due' });
  return { dueDate, dueAt };
}
