import { addDays, type CivilDate, civilDateOf, instantOf } from '@congso/language/dates';
import { type Holidays, isWorkingDay } from '@congso/language/working-days';

/** When people work, in minutes of the day: 7:30 to 11:30 and 13:30 to 17:00. */
const HALVES = [
  [450, 690],
  [810, 1_020],
] as const;
const MINUTE_MS = 60_000;

/** The office's working time, days off left out. */
export type OfficeHours = {
  /** The instant so many working minutes after another; with 0 that instant, or when work next begins. */
  after(instant: Date, minutes: number): Date;
  /** The working days from one day to another, both included. */
  days(from: CivilDate, to: CivilDate): CivilDate[];
};

export function createOfficeHours(holidays: Holidays): OfficeHours {
  return {
    after: (instant, minutes) => {
      let day = civilDateOf(instant);
      let minute = Math.floor((instant.getTime() - instantOf(day).getTime()) / MINUTE_MS);
      let left = minutes;
      for (;;) {
        for (const [opens, closes] of isWorkingDay(day, holidays) ? HALVES : []) {
          const begins = Math.max(minute, opens);
          if (begins >= closes) continue;
          if (left < closes - begins) return new Date(instantOf(day).getTime() + (begins + left) * MINUTE_MS);
          left -= closes - begins;
          minute = closes;
        }
        day = addDays(day, 1);
        minute = 0;
      }
    },
    days: (from, to) => {
      const found: CivilDate[] = [];
      for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day, holidays)) found.push(day);
      return found;
    },
  };
}
