import { yearOf } from '@congso/language/dates';
import { createTranslator } from '@congso/language/translate';
import { type Actor, theOffice } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { findOrganisation } from '../organisation/find-organisation.ts';
import { proposeHolidays } from './default-holidays.ts';
import { fillDay } from './set-holiday.ts';

/** This year and two more: the longest term that can be set, 365 working days, is a year and a half. */
const YEARS = [0, 1, 2] as const;

/**
 * Writes the days off the law gives into the office's table, on days nobody has touched: what an administrator set or
 * made ordinary again stays as it is. What the law does not give yet is left to the administrator. Doing it twice
 * changes nothing.
 *
 * @returns how many days it wrote
 */
export async function fillHolidays(office: Office, actor: Actor): Promise<number> {
  const say = await createTranslator('vi');
  const now = yearOf(office.clock.now());
  let filled = 0;
  for (const { date, occasion, isInLieu, isConfirmed } of YEARS.flatMap((ahead) => proposeHolidays(now + ahead))) {
    if (!isConfirmed) continue;
    const named = say(`holidays.occasion.${occasion}`);
    const name = isInLieu ? say('holidays.inLieu', { occasion: named }) : named;
    if (await fillDay(office, actor, date, { kind: 'off', name })) filled += 1;
  }
  return filled;
}

/** For the daily sweep: in an office that exists, the table goes on with the years. */
export async function sweepHolidays(office: Office): Promise<number> {
  return (await findOrganisation(office)) ? fillHolidays(office, theOffice) : 0;
}
