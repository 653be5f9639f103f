import { type CivilDate, daysBetween, isCivilDate } from '../dates.ts';

/** Why what was typed is no date to take: not to be read at all, no day of the calendar, before `min`, after `max`. */
export type DateProblem = 'unreadable' | 'noSuchDay' | 'tooEarly' | 'tooLate';

/** The days that may be taken, both of them included, and today, which a date without a year is near to. */
export type DateBounds = { today: CivilDate; min?: CivilDate | undefined; max?: CivilDate | undefined };

/** Day and month, and perhaps a year: with `/`, `-`, `.` or spaces between, or as digits alone. */
const SEPARATED = /^(\d{1,2})\s*[/\-. ]\s*(\d{1,2})(?:\s*[/\-. ]\s*(\d{4}|\d{2}))?$/;
const DIGITS = /^(\d{2})(\d{2})(\d{4}|\d{2})?$/;

/**
 * Reads a day as people of the office type it: 27/11/2026, 27112026, 27.11.26, 27/11, 2711. Without a year it is the
 * nearest such day that may be taken.
 */
export function readDate(
  typed: string,
  { today, min, max }: DateBounds,
): { date: CivilDate } | { problem: DateProblem } {
  const text = typed.trim();
  if (isCivilDate(text)) return within(text, min, max);
  const [, day, month, year] = SEPARATED.exec(text) ?? DIGITS.exec(text) ?? [];
  if (day === undefined || month === undefined) return { problem: 'unreadable' };
  if (year !== undefined) {
    const date = civilDate(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
    return isCivilDate(date) ? within(date, min, max) : { problem: 'noSuchDay' };
  }
  const thisYear = Number(today.slice(0, 4));
  // Four years on either side hold a 29 February.
  const dates = Array.from({ length: 9 }, (_, n) => civilDate(thisYear - 4 + n, month, day)).filter(isCivilDate);
  const nearest = (candidates: CivilDate[]) =>
    candidates.sort((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)))[0];
  const taken = nearest(dates.filter((date) => (!min || date >= min) && (!max || date <= max)));
  if (taken !== undefined) return { date: taken };
  const close = nearest(dates);
  return close === undefined ? { problem: 'noSuchDay' } : within(close, min, max);
}

/**
 * Whether what is typed so far is a whole date, so that it can be taken before the field is left; a short form may be
 * the beginning of a longer one.
 */
export const isWholeDate = (typed: string): boolean =>
  /^\s*(\d{1,2}\s*[/\-. ]\s*){2}\d{4}\s*$|^\s*\d{8}\s*$/.test(typed);

function within(date: CivilDate, min?: CivilDate, max?: CivilDate): { date: CivilDate } | { problem: DateProblem } {
  if (min !== undefined && date < min) return { problem: 'tooEarly' };
  if (max !== undefined && date > max) return { problem: 'tooLate' };
  return { date };
}

const civilDate = (year: number, month: string, day: string): CivilDate =>
  `${String(year).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
