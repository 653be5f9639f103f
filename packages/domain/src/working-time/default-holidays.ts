import { addDays, type CivilDate, weekdayOf } from '@congso/language/dates';
import { civilDateOfLunar, newYearDay } from './lunar.ts';

/** Why a day is off; its name in either language is `holidays.occasion.*`. */
export type HolidayOccasion = 'newYear' | 'tet' | 'hungKings' | 'reunification' | 'labour' | 'nationalDay' | 'culture';

/** A day off that the law gives, offered to the administrator, who decides. */
export interface ProposedHoliday {
  date: CivilDate;
  occasion: HolidayOccasion;
  /** Taken because the holiday itself falls on a weekly day off. */
  isInLieu: boolean;
  /** False while the act that makes it a paid day off has not been seen; ask before relying on it. */
  isConfirmed: boolean;
}

/**
 * The paid days off of a year after the Labour Code 2019, article 112 (11 days) with the days in lieu of article 111.3,
 * in order of date. Which days around Tết and 2 September are taken, and which working days are swapped, the government
 * announces every year: this is a proposal and the office's table decides.
 */
export function proposeHolidays(year: number): ProposedHoliday[] {
  const days = statutoryDays(year).sort((a, b) => a.date.localeCompare(b.date));
  const taken = new Set(days.map((day) => day.date));
  const proposals = days.map((day) => ({ ...day, isInLieu: false, isConfirmed: day.occasion !== 'culture' }));
  for (const day of proposals.filter(({ date }) => isWeekend(date))) {
    let date = addDays(day.date, 1);
    while (taken.has(date) || isWeekend(date)) date = addDays(date, 1);
    taken.add(date);
    proposals.push({ ...day, date, isInLieu: true });
  }
  return proposals.sort((a, b) => a.date.localeCompare(b.date));
}

function statutoryDays(year: number): { date: CivilDate; occasion: HolidayOccasion }[] {
  const tet = newYearDay(year);
  const days: { date: CivilDate; occasion: HolidayOccasion }[] = [
    { date: `${year}-01-01`, occasion: 'newYear' },
    // One day before and four after is what has been announced most often.
    ...[-1, 0, 1, 2, 3].map((offset) => ({ date: addDays(tet, offset), occasion: 'tet' as const })),
    { date: civilDateOfLunar({ year, month: 3, day: 10, isLeap: false }), occasion: 'hungKings' },
    { date: `${year}-04-30`, occasion: 'reunification' },
    { date: `${year}-05-01`, occasion: 'labour' },
    { date: `${year}-09-02`, occasion: 'nationalDay' },
    { date: dayBesideNationalDay(year), occasion: 'nationalDay' },
  ];
  // Resolution 80-NQ/TW of 2026 makes 24 November a paid day off; the amendment of the Labour Code was still to come.
  if (year >= 2026) days.push({ date: `${year}-11-24`, occasion: 'culture' });
  return days;
}

/** The one beside 2 September that keeps the row of days off whole: after a Monday, Thursday or Sunday, else before. */
function dayBesideNationalDay(year: number): CivilDate {
  const day = `${year}-09-02`;
  const weekday = weekdayOf(day);
  return addDays(day, weekday === 1 || weekday === 4 || weekday === 7 ? 1 : -1);
}

function isWeekend(date: CivilDate): boolean {
  return weekdayOf(date) >= 6;
}
