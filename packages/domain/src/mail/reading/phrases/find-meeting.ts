import type { Meeting } from '@congso/contract/slips';
import { NAMED_DAY, readNamedDay } from './find-named-day.ts';

const HOUR = '(?:(\\d{1,2})\\s?(?:giờ|h|:)\\s?(\\d{2})?(?:\\s?phút)?,?)?';
/** Between the hour and the day stand a weekday, "sáng", brackets; never the end of the sentence. */
const BETWEEN = '[^.;\\d]{0,40}?';
const WHEN = new RegExp(
  `(?<!\\p{L})(?:thời\\sgian(?:\\s(?:họp|dự|tổ\\schức|bắt\\sđầu))?\\s?:?|vào\\s(?:hồi|lúc)|bắt\\sđầu\\s(?:từ|lúc)|khai\\smạc|họp\\s(?:vào|lúc|ngày)|(?:vào|từ|lúc|hồi)(?=\\s\\d))\\s?:?\\s?${HOUR}${BETWEEN}${NAMED_DAY}`,
  'giu',
);
const MEETS = /(?<!\p{L})(?:họp|hội nghị|hội thảo|tập huấn|làm việc|dự lễ|giao ban)(?!\p{L})/iu;

/** Whether words speak of people coming together. */
export const isAboutMeeting = (text: string): boolean => MEETS.test(text);

/**
 * When the meeting is that a letter calls to, or null. Asked only of an invitation, or of a letter about a meeting: any
 * other letter names times of all kinds.
 *
 * @param from the letter's own day, YYYY-MM-DD
 */
export function findMeeting(text: string, from: string): Meeting | null {
  for (const match of text.replace(/\s+/gu, ' ').matchAll(WHEN)) {
    const [, hour, minute, ...day] = match;
    const date = readNamedDay(day, from);
    if (date === null) continue;
    const isHour = hour !== undefined && Number(hour) < 24 && Number(minute ?? 0) < 60;
    return { date, time: isHour ? `${hour.padStart(2, '0')}:${minute ?? '00'}` : null };
  }
  return null;
}
