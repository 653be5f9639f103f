import { describe, expect, it } from 'vitest';
import {
  addDays,
  civilDateOf,
  daysBetween,
  formatDate,
  formatDateTime,
  instantOf,
  isCivilDate,
  relativeDayOf,
  weekdayNameOf,
  weekdayOf,
  yearOf,
} from './dates.ts';

describe('an instant in Vietnam', () => {
  it('belongs to the new year seven hours before Greenwich', () => {
    expect(yearOf('2026-12-31T16:59:59.999Z')).toBe(2026);
    expect(yearOf('2026-12-31T17:00:00.000Z')).toBe(2027);
    expect(civilDateOf(new Date('2026-12-31T17:00:00Z'))).toBe('2027-01-01');
  });

  it('is written dd/MM/yyyy HH:mm whatever zone the machine is in', () => {
    expect(formatDateTime('2026-02-03T01:05:00Z')).toBe('03/02/2026 08:05');
    expect(formatDate(Date.UTC(2026, 1, 3, 18))).toBe('04/02/2026');
  });

  it('comes back from its day and clock time', () => {
    expect(instantOf('2026-11-21', '17:00').toISOString()).toBe('2026-11-21T10:00:00.000Z');
    expect(instantOf('2026-11-21').toISOString()).toBe('2026-11-20T17:00:00.000Z');
  });

  it('that is none is refused, not shown as "Invalid Date"', () => {
    expect(() => formatDate('yesterday')).toThrow(RangeError);
    expect(() => instantOf('2026-02-29')).toThrow(RangeError);
    expect(() => instantOf('2026-02-28', '24:00')).toThrow(RangeError);
  });
});

describe('a day', () => {
  it('exists or not', () => {
    expect(isCivilDate('2028-02-29')).toBe(true);
    for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', '20261-01-01', ''])
      expect(isCivilDate(text)).toBe(false);
  });

  it('has a weekday counted from Monday and a distance to others', () => {
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('1969-12-28')).toBe(7);
    expect(['2026-11-23', '2026-11-29'].map(weekdayNameOf)).toEqual(['mon', 'sun']);
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(daysBetween('2027-01-01', '2026-12-31')).toBe(-1);
  });

  it('is called today, tomorrow or yesterday by Vietnamese midnight', () => {
    const now = '2026-11-21T17:30:00Z';
    expect(relativeDayOf('2026-11-22', now)).toBe('today');
    expect(relativeDayOf('2026-11-21', now)).toBe('yesterday');
    expect(relativeDayOf('2026-11-23', now)).toBe('tomorrow');
    expect(relativeDayOf('2026-11-24', now)).toBeNull();
  });
});
