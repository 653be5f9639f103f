import { describe, expect, it } from 'vitest';
import { civilDateOfLunar, lunarDateOf, newYearDay } from './lunar.ts';

describe('the Vietnamese lunar calendar', () => {
  it('begins the year on the day Vietnam kept Tết, also where China kept another', () => {
    const tet = [
      '1968-01-29',
      '1969-02-16',
      '1985-01-21',
      '2007-02-17',
      '2025-01-29',
      '2026-02-17',
      '2027-02-06',
      '2030-02-02',
    ];
    for (const day of tet) expect(newYearDay(Number(day.slice(0, 4)))).toBe(day);
  });

  it('knows the day of the Hung Kings, the tenth of the third month', () => {
    const days = [2025, 2026, 2027].map((year) => civilDateOfLunar({ year, month: 3, day: 10, isLeap: false }));
    expect(days).toEqual(['2025-04-07', '2026-04-26', '2027-04-16']);
  });

  it('doubles the right month', () => {
    expect(lunarDateOf('2023-03-22')).toEqual({ year: 2023, month: 2, day: 1, isLeap: true });
    expect(lunarDateOf('2025-07-25')).toEqual({ year: 2025, month: 6, day: 1, isLeap: true });
    expect(lunarDateOf('2033-12-22')).toEqual({ year: 2033, month: 11, day: 1, isLeap: true });
  });

  it('counts every day of 130 years once, forwards and back', () => {
    let previous = lunarDateOf('1969-12-31');
    for (let time = Date.UTC(1970, 0, 1); time < Date.UTC(2100, 0, 1); time += 86_400_000) {
      const date = new Date(time).toISOString().slice(0, 10);
      const lunar = lunarDateOf(date);
      const follows = lunar.day === previous.day + 1 || (lunar.day === 1 && previous.day >= 29 && previous.day <= 30);
      if (!follows || civilDateOfLunar(lunar) !== date) expect(`${date} after ${JSON.stringify(previous)}`).toBe(lunar);
      previous = lunar;
    }
  });

  it('refuses a day that does not exist', () => {
    expect(() => civilDateOfLunar({ year: 2026, month: 6, day: 1, isLeap: true })).toThrow(RangeError);
    expect(() => civilDateOfLunar({ year: 2026, month: 1, day: 31, isLeap: false })).toThrow(RangeError);
  });
});
