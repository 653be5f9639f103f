import { addWorkingDays } from '@congso/language/working-days';
import { describe, expect, it } from 'vitest';
import { type HolidayOccasion, proposeHolidays } from './default-holidays.ts';

const datesOf = (year: number, occasion: HolidayOccasion) =>
  proposeHolidays(year)
    .filter((day) => day.occasion === occasion)
    .map((day) => day.date + (day.isInLieu ? ' in lieu' : ''));

describe('the holidays proposed for a year', () => {
  it('are the five days of Tết, with days in lieu where they meet a weekend', () => {
    expect(datesOf(2026, 'tet')).toEqual(['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20']);
    expect(datesOf(2027, 'tet')).toEqual([
      ...['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09'],
      ...['2027-02-10 in lieu', '2027-02-11 in lieu'],
    ]);
  });

  it('move the Hung Kings of 2026 and Labour Day of 2027 to the Monday', () => {
    expect(datesOf(2026, 'hungKings')).toEqual(['2026-04-26', '2026-04-27 in lieu']);
    expect(datesOf(2027, 'labour')).toEqual(['2027-05-01', '2027-05-03 in lieu']);
  });

  it('put the second day of National Day beside it', () => {
    expect(datesOf(2025, 'nationalDay')).toEqual(['2025-09-01', '2025-09-02']);
    expect(datesOf(2026, 'nationalDay')).toEqual(['2026-09-01', '2026-09-02']);
    expect(datesOf(2027, 'nationalDay')).toEqual(['2027-09-02', '2027-09-03']);
  });

  it('are eleven days, and 24 November from 2026 as one still to be confirmed', () => {
    expect(proposeHolidays(2025).filter((day) => !day.isInLieu)).toHaveLength(11);
    expect(datesOf(2025, 'culture')).toEqual([]);
    expect(proposeHolidays(2026).filter((day) => !day.isConfirmed)).toEqual([
      { date: '2026-11-24', occasion: 'culture', isInLieu: false, isConfirmed: false },
    ]);
  });

  it('carry a deadline of three working days over Tết 2027 and its days in lieu', () => {
    const holidays = new Map(proposeHolidays(2027).map((day) => [day.date, 'off' as const]));
    expect(addWorkingDays('2027-02-03', 3, holidays)).toBe('2027-02-15');
  });
});
