import { buildOffice, callerOf } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listHistory } from '../history/list-history.ts';
import type { Caller } from '../office/caller.ts';
import { sweepHolidays } from './fill-holidays.ts';
import { listHolidays } from './list-holidays.ts';
import { loadHolidays } from './load-holidays.ts';
import { resolveDue } from './resolve-due.ts';
import { removeHoliday, setHoliday } from './set-holiday.ts';

let office: TestOffice;
let admin: Caller;
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
  admin = await callerOf(office, 'admin');
});
afterEach(() => closeTestOffice(office));

const set = (date: string, kind: 'off' | 'work', requestId: string, name = 'Nghỉ') =>
  setHoliday(office, admin, { requestId, date, kind, name });

describe('the holiday table', () => {
  it('holds the last word on a day, and the record of all of them', async () => {
    await Promise.all([set('2026-03-12', 'off', 'holiday-1'), set('2026-03-12', 'off', 'holiday-1')]);
    await set('2026-03-14', 'work', 'holiday-2', 'Làm bù');
    await set('2026-03-13', 'off', 'holiday-3');
    await removeHoliday(office, admin, { requestId: 'holiday-4', date: '2026-03-13' });
    await removeHoliday(office, admin, { requestId: 'holiday-5', date: '2026-12-31' });
    await set('2026-03-12', 'off', 'holiday-1', 'Lặp lại muộn');
    expect(await listHolidays(office, admin, { year: 2026 })).toEqual({
      holidays: [
        { date: '2026-03-12', kind: 'off', name: 'Nghỉ' },
        { date: '2026-03-14', kind: 'work', name: 'Làm bù' },
      ],
    });
    expect((await listHolidays(office, admin, { year: 2027 })).holidays).toEqual([]);
    expect(await loadHolidays(office)).toEqual(
      new Map([
        ['2026-03-12', 'off'],
        ['2026-03-14', 'work'],
      ]),
    );
    await office.relay.settled();
    const lines = await listHistory(office, 'holiday', '2026-03-13');
    expect(lines.map(({ action, to }) => [action, to])).toEqual([
      ['set', 'off'],
      ['removed', 'ordinary'],
    ]);
  });
});

describe('an office that lasts', () => {
  const tet = async (year: number) =>
    (await listHolidays(office, admin, { year })).holidays.filter(({ name }) => name === 'Tết Nguyên đán').length;

  it('has its days off in years nobody thought of when it was founded, as far ahead as a deadline can lie', async () => {
    office.clock.set(new Date('2031-12-30T03:00:00.000Z'));
    expect(await sweepHolidays(office)).toBeGreaterThan(0);
    expect([await tet(2031), await tet(2032), await tet(2033)]).toEqual([5, 5, 5]);
    expect((await resolveDue(office, { workingDays: 365 }))?.dueDate).toMatch(/^2033-/);
  });

  it('keeps what an administrator made of a day, and is filled once', async () => {
    await set('2028-01-27', 'work', 'holiday-1', 'Làm bù');
    await sweepHolidays(office);
    await removeHoliday(office, admin, { requestId: 'holiday-2', date: '2027-01-01' });
    expect(await sweepHolidays(office)).toBe(0);
    office.clock.set(new Date('2027-01-02T03:00:00.000Z'));
    expect(await sweepHolidays(office)).toBeGreaterThan(0);
    const days = await loadHolidays(office);
    expect([days.get('2027-01-01'), days.get('2028-01-27'), days.get('2029-01-01')]).toEqual([
      undefined,
      'work',
      'off',
    ]);
    await office.relay.settled();
    expect(await listHistory(office, 'holiday', '2029-01-01')).toMatchObject([{ action: 'set', actorId: null }]);
  });

  it('has none before it exists', async () => {
    const empty = await openTestOffice();
    expect(await sweepHolidays(empty)).toBe(0);
    await closeTestOffice(empty);
  });
});

describe('a deadline', () => {
  it('in working days leaves out days off, counts days worked instead, and ends at 17:00', async () => {
    // Tuesday the 10th: Wednesday 11 is 1, Thursday 12 is off, Friday 13 is 2, Saturday 14 is worked and is 3.
    await set('2026-03-12', 'off', 'holiday-1');
    await set('2026-03-14', 'work', 'holiday-2');
    expect(await resolveDue(office, { workingDays: 3 })).toEqual({
      dueDate: '2026-03-14',
      dueAt: new Date('2026-03-14T10:00:00.000Z'),
    });
    expect(await resolveDue(office, null)).toBeNull();
  });

  it('today holds until the office closes, a day before never', async () => {
    expect((await resolveDue(office, { date: '2026-03-10' }))?.dueDate).toBe('2026-03-10');
    const past = { code: 'DATE_IN_PAST', field: 'due' };
    await expect(resolveDue(office, { date: '2026-03-09' })).rejects.toMatchObject(past);
    office.clock.set(new Date('2026-03-10T10:00:00.000Z'));
    await expect(resolveDue(office, { date: '2026-03-10' })).rejects.toMatchObject(past);
    await expect(resolveDue(office, { workingDays: 0 })).rejects.toMatchObject(past);
  });
});
