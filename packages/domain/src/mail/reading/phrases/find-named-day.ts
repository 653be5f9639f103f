import { isCivilDate } from '@congso/language/dates';

/** A day as letters name it, the year maybe left to the reader: groups `day month year`, twice (words, then digits). */
export const NAMED_DAY =
  '(?:(?:ngày\\s{1,3})?(\\d{1,2})\\s{1,3}tháng\\s{1,3}(\\d{1,2})(?:\\s{1,3}năm\\s{1,3}(\\d{4}))?|(?:ngày\\s{1,3})?(\\d{1,2})\\s?[/.-]\\s?(\\d{1,2})(?:\\s?[/.-]\\s?(\\d{4}))?)(?!\\s?[/.-]?\\d)';

/**
 * The day that six groups of a `NAMED_DAY` match name, as YYYY-MM-DD; without a year the next such day from `from` on.
 * Null for a day that does not exist and for one before `from`: a letter asks and invites for days to come.
 */
export function readNamedDay(groups: readonly (string | undefined)[], from: string): string | null {
  const [day, month, year] = groups[0] === undefined ? groups.slice(3, 6) : groups.slice(0, 3);
  const years = year === undefined ? [Number(from.slice(0, 4)), Number(from.slice(0, 4)) + 1] : [Number(year)];
  const dates = years.map((one) => `${one}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`);
  const found = dates.find((date) => isCivilDate(date) && date >= from) ?? null;
  // A year ahead is what an office plans for; beyond that it is the end of a programme or a law.
  return found !== null && found.slice(0, 7) <= `${Number(from.slice(0, 4)) + 1}${from.slice(4, 7)}` ? found : null;
}
