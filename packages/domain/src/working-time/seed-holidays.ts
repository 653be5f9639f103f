import { yearOf } from '@congso/language/dates';
import { createTranslator } from '@congso/language/translate';
import type { Actor } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { proposeHolidays } from './default-holidays.ts';
import { changeDay } from './set-holiday.ts';

/**
 * Writes the days off the law gives for this year and the next into the table of a new office. What the law does not
 * give yet is left to the administrator. Doing it twice changes nothing.
 */
export async function seedHolidays(office: Office, actor: Actor): Promise<void> {
  const say = await createTranslator('vi');
  const year = yearOf(office.clock.now());
  const proposals = [...proposeHolidays(year), ...proposeHolidays(year + 1)].filter(({ isConfirmed }) => isConfirmed);
  for (const { date, occasion, isInLieu } of proposals) {
    const named = say(`holidays.occasion.${occasion}`);
    const name = isInLieu ? say('holidays.inLieu', { occasion: named }) : named;
    await changeDay(office, actor, `founding-${date}`, date, { kind: 'off', name });
  }
}
