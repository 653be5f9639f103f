import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { type HolidayDoc, holidays } from './holiday-model.ts';

/** The days of one year that differ from the ordinary week, in order of date, for everyone who is signed in. */
export async function listHolidays(
  office: Office,
  _caller: Caller,
  { year }: CommandInput<'holidays.list'>,
): Promise<CommandOutput<'holidays.list'>> {
  const days = await holidays
    .of(office)
    .find({ _id: { $gte: `${year}-01-01`, $lte: `${year}-12-31` }, kind: { $ne: 'ordinary' } })
    .sort({ _id: 1 })
    .lean<(HolidayDoc & { kind: 'off' | 'work' })[]>();
  return { holidays: days.map(({ _id, kind, name }) => ({ date: _id, kind, name })) };
}
