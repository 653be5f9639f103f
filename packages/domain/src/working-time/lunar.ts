import { addDays, type CivilDate, daysBetween } from '@congso/language/dates';
import { NEW_MOON_EPOCH, newMoonAt, SYNODIC_MONTH, sunLongitudeAt } from './astronomy.ts';

/**
 * The Vietnamese lunar calendar, reckoned at UTC+7 (Decision 121-CP of 1967). The runtime's Chinese calendar is
 * reckoned at UTC+8 and is wrong here: it puts Tết 2007 on 18 February, Vietnam kept the 17th.
 *
 * Rules: a month begins on the day of the new moon; month 11 is the one that holds the winter solstice; where 13 months
 * lie between two such months, the first in which the sun enters no new sign (no multiple of 30 degrees) is leap and
 * takes the number of the one before it. Valid for 1968-2100.
 */

const J2000_DAY: CivilDate = '2000-01-01';
/** Midnight in Vietnam at the beginning of 2000-01-01, as a Julian day: 0 h at Greenwich less seven hours. */
const J2000_MIDNIGHT = 2451544.5 - 7 / 24;

/** A day of the lunar year: year by its Tết, month 1-12, day 1-30; `isLeap` marks the doubled month. */
export interface LunarDate {
  year: number;
  month: number;
  day: number;
  isLeap: boolean;
}

interface LunarMonth {
  month: number;
  isLeap: boolean;
  firstDay: CivilDate;
}

/** The civil day of a lunar one. Throws RangeError where that lunar day does not exist. */
export function civilDateOfLunar(lunar: LunarDate): CivilDate {
  const months = lunarYear(lunar.year);
  const at = months.findIndex((month) => month.month === lunar.month && month.isLeap === lunar.isLeap);
  const found = months[at];
  if (found === undefined) throw new RangeError(`no lunar month ${lunar.month} in ${lunar.year}`);
  const next = months[at + 1]?.firstDay ?? newYearDay(lunar.year + 1);
  const date = addDays(found.firstDay, lunar.day - 1);
  if (lunar.day < 1 || date >= next)
    throw new RangeError(`lunar month ${lunar.month}/${lunar.year} has no day ${lunar.day}`);
  return date;
}

/** The lunar day of a civil one. */
export function lunarDateOf(date: CivilDate): LunarDate {
  const civilYear = Number(date.slice(0, 4));
  const year = date < newYearDay(civilYear) ? civilYear - 1 : civilYear;
  const month = lunarYear(year).findLast(({ firstDay }) => firstDay <= date);
  if (month === undefined) throw new RangeError(`no lunar day for ${date}`);
  return { year, month: month.month, isLeap: month.isLeap, day: daysBetween(month.firstDay, date) + 1 };
}

/** The first day of the lunar year: mồng một Tết. */
export function newYearDay(year: number): CivilDate {
  const first = lunarYear(year)[0];
  if (first === undefined) throw new RangeError(`no lunar year ${year}`);
  return first.firstDay;
}

const knownYears = new Map<number, readonly LunarMonth[]>();

/** The months of a lunar year, 12 or 13: from month 1 out of one solstice year, up to month 12 in the next. */
function lunarYear(year: number): readonly LunarMonth[] {
  const known = knownYears.get(year);
  if (known !== undefined) return known;
  const months = reckonYear(year);
  knownYears.set(year, months);
  return months;
}

function reckonYear(year: number): LunarMonth[] {
  const opening = solsticeYear(year - 1);
  const closing = solsticeYear(year);
  const lastOfClosing = closing.findIndex((month) => month.month === 1);
  return [...opening.slice(opening.findIndex((month) => month.month === 1)), ...closing.slice(0, lastOfClosing)];
}

/** The months from month 11 of a year up to, without it, month 11 of the next. */
function solsticeYear(year: number): LunarMonth[] {
  const start = solsticeMoon(year);
  const count = solsticeMoon(year + 1) - start;
  const firstDays = Array.from({ length: count + 1 }, (_, index) => dayOf(newMoonAt(start + index)));
  const months: LunarMonth[] = [];
  let leapPassed = count === 12;
  let number = 11;
  firstDays.slice(0, count).forEach((firstDay, index) => {
    const isLeap = !leapPassed && index > 0 && signOn(firstDay) === signOn(firstDays[index + 1] ?? firstDay);
    if (isLeap) leapPassed = true;
    else if (index > 0) number = (number % 12) + 1;
    months.push({ month: number, isLeap, firstDay });
  });
  return months;
}

/** The number of the new moon that opens month 11: the last on or before the day of the winter solstice (270 degrees). */
function solsticeMoon(year: number): number {
  const solstice = dayOfSolstice(year);
  const jd = J2000_MIDNIGHT + daysBetween(J2000_DAY, solstice);
  let number = Math.round((jd - NEW_MOON_EPOCH) / SYNODIC_MONTH) + 1;
  while (dayOf(newMoonAt(number)) > solstice) number -= 1;
  return number;
}

function dayOfSolstice(year: number): CivilDate {
  let day: CivilDate = `${year}-12-20`;
  while (signOn(addDays(day, 1)) < 9) day = addDays(day, 1);
  return day;
}

/** The sun's twelfth of the ecliptic (0-11) at midnight in Vietnam, when the day begins. */
function signOn(date: CivilDate): number {
  return Math.floor(sunLongitudeAt(J2000_MIDNIGHT + daysBetween(J2000_DAY, date)) / 30);
}

function dayOf(jd: number): CivilDate {
  return addDays(J2000_DAY, Math.floor(jd - J2000_MIDNIGHT));
}
