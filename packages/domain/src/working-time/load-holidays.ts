import type { CivilDate } from '@congso/language/dates';
import type { Office } from '../office/office.ts';
import { holidays } from './holiday-model.ts';

/** Every day that differs from the ordinary week, as `@congso/language/working-days` counts with it. */
export async function loadHolidays(office: Office): Promise<Map<CivilDate, 'off' | 'work'>> {
  const days = await holidays
    .of(office)
    .find({ kind: { $ne: 'ordinary' } }, { kind: 1 })
    .lean<{ _id: CivilDate; kind: 'off' | 'work' }[]>();
  return new Map(days.map((day) => [day._id, day.kind]));
}
