import { isCivilDate } from '@congso/language/dates';

/** A date found in running text, as YYYY-MM-DD, and where. */
export interface FoundDate {
  date: string;
  start: number;
  end: number;
}

const WORDS = /ngày\s{1,3}(\d{1,2})\s{1,3}tháng\s{1,3}(\d{1,2})\s{1,3}năm\s{1,3}(\d{4})/iu;
const DIGITS = /(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d)/u;
/**
 * The place and date of a letter: "Lạng Sơn, ngày 12 tháng 3 năm 2026", on a line of their own. Without the place it may be
 * any day; within a sentence, or behind a day of the week, it is that of a meeting.
 */
const PLACE_AND_DATE = new RegExp(
  `^[ \\t]{0,60}(?!(?:Thứ|Chủ|Sáng|Chiều|Tối|Lúc|Vào|Từ|Đến|Trước)(?!\\p{L}))\\p{Lu}[\\p{L}.]{0,15}(?: \\p{Lu}[\\p{L}.]{0,15}){0,4}, ?${WORDS.source}[ \\t.]{0,10}$`,
  'mu',
);
/** Right behind a number: "số 15/QĐ-UBND ngày 12/3/2026", "(ký ngày 12/3/2026)". */
const BEHIND_NUMBER = /^[\s,(]{0,3}(?:(?:ký|ban hành|đề)\s)?(?:ngày\s{1,3})?$/iu;

/** The first date in a text: "ngày 12 tháng 3 năm 2026", "12/3/2026", or null. Days that do not exist are none. */
export function findDate(text: string): FoundDate | null {
  const words = read(WORDS.exec(text));
  const digits = read(DIGITS.exec(text));
  if (words === null || digits === null) return words ?? digits;
  return words.start <= digits.start ? words : digits;
}

/** The date right behind a number, which is that document's own; any other may be a meeting's or a deadline. */
export function findDateBehind(text: string): FoundDate | null {
  const found = findDate(text.slice(0, 60));
  return found !== null && BEHIND_NUMBER.test(text.slice(0, found.start)) ? found : null;
}

/** The date that stands with a place, as at the head or foot of a letter, or null. */
export function findPlaceAndDate(text: string): FoundDate | null {
  return read(PLACE_AND_DATE.exec(text));
}

function read(match: RegExpExecArray | null): FoundDate | null {
  if (match === null) return null;
  const [whole, day = '', month = '', year = ''] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // An office of this state has no letter from before 1945; 0026 or 9202 is a slip of the pen.
  if (!isCivilDate(date) || Number(year) < 1945 || Number(year) > 2100) return null;
  return { date, start: match.index, end: match.index + whole.length };
}
