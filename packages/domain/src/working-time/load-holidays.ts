import type { CivilDate } from '@congso/language/dates';
import type { Office } from '../office/office.ts';
import { type HolidayDoc, holidays } from './holiday-model.ts';

/** Every day that differs from the ordinary week, as `@congso/language/working-days` counts with it. */
export async function loadHolidays(office: Office): Promise<Map<CivilDate, 'off' | 'work'>> {
  const days = await holidays
    .of(office)
    .find({ kind: { $ne: 'ordinary' } }, { kind: 1 })
    .lean<{ _id: CivilDate; kind: 'off' | 'work' }[]>();
  return new Map(days.map((day) => [day._id, day.kind]));
}

/** The days of one year that differ, in order of date. */
export async function loadHolidaysOf(office: Office, year: number): Promise<HolidayDoc[]> {
  return holidays
    .of(office)
    .find({ _id: { $gte: `${year}-01-01`, $lte: `${year}-12-31` }, kind: { $ne: 'ordinary' } })
    .sort({ _id: 1 })
    .lean<HolidayDoc[]>();
}
