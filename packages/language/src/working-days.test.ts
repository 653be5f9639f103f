import { describe, expect, it } from 'vitest';
import { addDays } from './dates.ts';
import { addWorkingDays, dueInstantOf, type Holidays, isWorkingDay, workingDaysBetween } from './working-days.ts';

/** Tết 2026 (16-20 February) and a Friday off in January exchanged for the Saturday of the week after. */
const HOLIDAYS: Holidays = new Map([
  ['2026-01-01', 'off'],
  ['2026-01-02', 'off'],
  ['2026-01-10', 'work'],
  ...(['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'] as const).map(
    (day) => [day, 'off'] as const,
  ),
]);
const NONE: Holidays = new Map();

describe('working days', () => {
  it('step over the weekend', () => {
    expect(addWorkingDays('2026-11-20', 1, NONE)).toBe('2026-11-23');
    expect(addWorkingDays('2026-11-21', 1, NONE)).toBe('2026-11-23');
    expect(addWorkingDays('2026-11-23', -1, NONE)).toBe('2026-11-20');
  });

  it('step over Tết: three days from the Thursday before it end on the Tuesday after', () => {
    expect(addWorkingDays('2026-02-12', 3, HOLIDAYS)).toBe('2026-02-24');
    expect(addWorkingDays('2026-02-24', -3, HOLIDAYS)).toBe('2026-02-12');
  });

  it('count a swapped Saturday and skip the day it was swapped for', () => {
    expect(isWorkingDay('2026-01-10', HOLIDAYS)).toBe(true);
    expect(isWorkingDay('2026-01-02', HOLIDAYS)).toBe(false);
    expect(addWorkingDays('2025-12-31', 1, HOLIDAYS)).toBe('2026-01-05');
    expect(addWorkingDays('2026-01-09', 1, HOLIDAYS)).toBe('2026-01-10');
  });

  it('with none to add give the day itself or the next one worked', () => {
    expect(addWorkingDays('2026-02-14', 0, HOLIDAYS)).toBe('2026-02-23');
    expect(addWorkingDays('2026-02-23', 0, HOLIDAYS)).toBe('2026-02-23');
    expect(() => addWorkingDays('2026-02-23', 0.5, HOLIDAYS)).toThrow(RangeError);
  });

  it('between two days are those one has, and negative once it is late', () => {
    expect(workingDaysBetween('2026-02-12', '2026-02-24', HOLIDAYS)).toBe(3);
    expect(workingDaysBetween('2026-02-24', '2026-02-12', HOLIDAYS)).toBe(-3);
    expect(workingDaysBetween('2026-01-09', '2026-01-11', HOLIDAYS)).toBe(1);
    expect(workingDaysBetween('2026-11-20', '2026-11-20', NONE)).toBe(0);
  });

  it('between two days are those that are counted one by one, on whichever weekdays one begins and ends', () => {
    for (let length = 0; length <= 70; length += 1) {
      for (let start = 0; start < 7; start += 1) {
        const from = addDays('2025-12-28', start);
        const days = Array.from({ length }, (_, index) => addDays(from, index + 1));
        const worked = days.filter((day) => isWorkingDay(day, HOLIDAYS)).length;
        expect(workingDaysBetween(from, addDays(from, length), HOLIDAYS), `${length} days from ${from}`).toBe(worked);
      }
    }
  });

  it('between two days are not looked up day by day: a register of old deadlines is slow then', () => {
    const holidays = new Map(HOLIDAYS);
    let asked = 0;
    holidays.get = (date) => {
      asked += 1;
      return HOLIDAYS.get(date);
    };
    expect(workingDaysBetween('2016-01-01', '2026-01-01', holidays)).toBe(2_608);
    expect(asked).toBeLessThan(10);
  });

  it('end at 17:00 in Vietnam', () => {
    expect(dueInstantOf('2026-11-23').toISOString()).toBe('2026-11-23T10:00:00.000Z');
  });
});
