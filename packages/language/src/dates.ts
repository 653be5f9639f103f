/** An instant: a Date, its ISO 8601 text with zone (as it crosses the wire) or milliseconds since 1970. */
export type Instant = Date | string | number;
/** A day of the office's calendar, 'YYYY-MM-DD', in Asia/Ho_Chi_Minh. Its text order is its order in time. */
export type CivilDate = string;

/** Asia/Ho_Chi_Minh has been UTC+7 without summer time since 1975: no zone data is needed on old machines. */
const OFFSET_MS = 7 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
const CIVIL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const CLOCK_TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** The day in Vietnam at an instant. Throws RangeError on an invalid instant. */
export function civilDateOf(instant: Instant): CivilDate {
  return local(instant).slice(0, 10);
}

/** The year in Vietnam at an instant, which a register number belongs to (Decree 30/2020, article 15). */
export function yearOf(instant: Instant): number {
  return Number(local(instant).slice(0, 4));
}

/** The instant at which clocks in Vietnam show `time` ('HH:mm') on `date`. Throws RangeError if either is none. */
export function instantOf(date: CivilDate, time = '00:00'): Date {
  const clock = CLOCK_TIME.exec(time);
  if (clock === null) throw new RangeError(`not a clock time: ${time}`);
  const minutes = Number(clock[1]) * 60 + Number(clock[2]);
  return new Date(dayNumberOf(date) * DAY_MS + minutes * 60_000 - OFFSET_MS);
}

/** The day `count` calendar days after `date` (before it when negative). */
export function addDays(date: CivilDate, count: number): CivilDate {
  return new Date((dayNumberOf(date) + count) * DAY_MS).toISOString().slice(0, 10);
}

/** Calendar days from `from` to `to`: positive when `to` is later. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** 1 for Monday to 7 for Sunday: the week begins on Monday. */
export function weekdayOf(date: CivilDate): number {
  return ((((dayNumberOf(date) + 3) % 7) + 7) % 7) + 1;
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The name of its weekday, as `frame.weekday` of the catalog calls it. */
export const weekdayNameOf = (date: CivilDate): (typeof WEEKDAYS)[number] => WEEKDAYS[weekdayOf(date) - 1] ?? 'mon';

/** Whether the text is a day that exists: '2026-02-29' is not. */
export function isCivilDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return CIVIL_DATE.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** dd/MM/yyyy in Vietnam. */
export function formatDate(instant: Instant): string {
  return formatCivilDate(civilDateOf(instant));
}

/** dd/MM/yyyy of a day. */
export function formatCivilDate(date: CivilDate): string {
  return date.split('-').reverse().join('/');
}

/** HH:mm in Vietnam, 24 hours. */
export function formatTime(instant: Instant): string {
  return local(instant).slice(11, 16);
}

/** dd/MM/yyyy HH:mm in Vietnam. */
export function formatDateTime(instant: Instant): string {
  return `${formatDate(instant)} ${formatTime(instant)}`;
}

/** How near a day is, to be said in words (`frame.day.today`...); null further away than one day. */
export function relativeDayOf(date: CivilDate, now: Instant): 'yesterday' | 'today' | 'tomorrow' | null {
  const distance = daysBetween(civilDateOf(now), date);
  if (distance === 0) return 'today';
  if (distance === 1) return 'tomorrow';
  return distance === -1 ? 'yesterday' : null;
}

function dayNumberOf(date: CivilDate): number {
  if (!isCivilDate(date)) throw new RangeError(`not a day: ${date}`);
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

function local(instant: Instant): string {
  return new Date(new Date(instant).getTime() + OFFSET_MS).toISOString();
}
