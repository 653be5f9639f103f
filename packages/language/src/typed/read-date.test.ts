import { describe, expect, it } from 'vitest';
import { isWholeDate, readDate } from './read-date.ts';

const today = '2026-11-20';

describe('a typed day', () => {
  it.each([
    ['27/11/2026', '2026-11-27'],
    ['7/1/2027', '2027-01-07'],
    ['27-11-2026', '2026-11-27'],
    ['27.11.2026', '2026-11-27'],
    [' 27 11 2026 ', '2026-11-27'],
    ['27112026', '2026-11-27'],
    ['271126', '2026-11-27'],
    ['27/11/26', '2026-11-27'],
    ['27/11', '2026-11-27'],
    ['2711', '2026-11-27'],
    ['2026-11-27', '2026-11-27'],
    ['29/2/2028', '2028-02-29'],
    ['2902', '2028-02-29'],
  ])('%s is %s', (typed, date) => {
    expect(readDate(typed, { today })).toEqual({ date });
  });

  it('without a year is the nearest that may be taken', () => {
    expect(readDate('5/1', { today })).toEqual({ date: '2027-01-05' });
    expect(readDate('5/1', { today, max: today })).toEqual({ date: '2026-01-05' });
    expect(readDate('1/11', { today, min: today })).toEqual({ date: '2027-11-01' });
    expect(readDate('28/12', { today: '2027-01-03' })).toEqual({ date: '2026-12-28' });
  });

  it.each([
    ['31/02/2026', 'noSuchDay'],
    ['31/04', 'noSuchDay'],
    ['29022027', 'noSuchDay'],
    ['45132026', 'noSuchDay'],
    ['mai', 'unreadable'],
    ['27/11/202', 'unreadable'],
    ['271', 'unreadable'],
    ['19/11/2026', 'tooEarly'],
    ['20/11/2099', 'tooLate'],
  ] as const)('%s is none, because it is %s', (typed, problem) => {
    expect(readDate(typed, { today, min: today, max: '2030-12-31' })).toEqual({ problem });
  });
});

it('what may be the beginning of a longer date is not whole', () => {
  expect(['2711', '271120', '27/11', '27/11/20'].filter(isWholeDate)).toEqual([]);
  expect(['27112026', '27/11/2026', '7-1-2027'].filter(isWholeDate)).toHaveLength(3);
});
