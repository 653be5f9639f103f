import { addDays, type CivilDate, daysBetween, instantOf, weekdayOf } from './dates.ts';

/**
 * The days that differ from the ordinary week: 'off' for a holiday or a day in lieu, 'work' for a Saturday or Sunday
 * worked in exchange for another day ("hoán đổi"). The office edits this table every year.
 */
export type Holidays = ReadonlyMap<CivilDate, 'off' | 'work'>;

/** When the office closes; a date given as a deadline ends then, not at midnight. Clock time in Vietnam. */
export const CLOSING_TIME = '17:00';

/** Whether the office works on a day: Monday to Friday, unless the table says otherwise. */
export function isWorkingDay(date: CivilDate, holidays: Holidays): boolean {
  const exception = holidays.get(date);
  return exception === undefined ? weekdayOf(date) <= 5 : exception === 'work';
}

/**
 * The working day `count` working days after `date` (before it when negative); `date` itself is not counted, as the
 * Civil Code counts terms (2015, article 147). With 0: `date` if it is a working day, else the next one.
 */
export function addWorkingDays(date: CivilDate, count: number, holidays: Holidays): CivilDate {
  if (!Number.isInteger(count)) throw new RangeError(`not a number of days: ${count}`);
  const step = count < 0 ? -1 : 1;
  let day = date;
  if (count === 0) {
    while (!isWorkingDay(day, holidays)) day = addDays(day, 1);
    return day;
  }
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step);
    if (isWorkingDay(day, holidays)) left -= 1;
  }
  return day;
}

/** Working days after `from` up to and with `to`; negative when `to` is earlier. So tomorrow is 1 away, if worked. */
export function workingDaysBetween(from: CivilDate, to: CivilDate, holidays: Holidays): number {
  const distance = daysBetween(from, to);
  if (distance < 0) return -workingDaysBetween(to, from, holidays);
  // Whole weeks are not walked through: a page of the register counts for a hundred rows, some of them years late.
  let count = Math.floor(distance / 7) * 5;
  const restFrom = weekdayOf(from);
  for (let offset = 1; offset <= distance % 7; offset += 1) {
    if (((restFrom + offset - 1) % 7) + 1 <= 5) count += 1;
  }
  for (const [date, kind] of holidays) {
    if (date <= from || date > to) continue;
    const isInWeek = weekdayOf(date) <= 5;
    if (isInWeek && kind === 'off') count -= 1;
    if (!isInWeek && kind === 'work') count += 1;
  }
  return count;
}

/** The instant at which a due date is over: closing time of that day. */
export function dueInstantOf(date: CivilDate): Date {
  return instantOf(date, CLOSING_TIME);
}
