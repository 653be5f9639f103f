import { NAMED_DAY, readNamedDay } from './find-named-day.ts';

/** "trước 17 giờ 00 ngày", "chậm nhất là 16h30 ngày": an hour may stand before the day. */
const HOUR = '(?:\\d{1,2}\\s?(?:giờ|h|:)\\s?(?:\\d{2})?(?:\\s?phút)?,?\\s{1,3})?';
/** What makes a day the last one. "đến hết ngày" alone is the end of an event, "hạn đến hết ngày" a deadline. */
const LAST =
  '(?:(?:thời\\s)?hạn(?:\\s(?:cuối(?:\\scùng)?|chót|nộp|gửi|báo\\scáo|trả\\slời|xử\\slý|hoàn\\sthành|đăng\\ský|góp\\sý|lấy\\sý\\skiến)){0,2}(?:\\slà|\\svào)?:?(?:\\strước|\\s(?:đến|tới)(?:\\shết)?|\\shết)?|trước|(?:chậm|muộn)\\snhất(?:\\slà)?(?:\\s(?:vào|trước|đến|trong))?(?:\\shết)?)';
const DEADLINE = new RegExp(`(?<!\\p{L})${LAST}\\s{1,3}${HOUR}${NAMED_DAY}`, 'giu');

/**
 * The first day a letter sets as the last one, "trước ngày 08/12/2026", "chậm nhất ngày 15 tháng 12", "hạn cuối 15/12",
 * as YYYY-MM-DD; null when it sets none.
 *
 * @param from the letter's own day, YYYY-MM-DD: what lies before it ("được cấp trước ngày 15/10/2013") is history
 */
export function findDeadline(text: string, from: string): string | null {
  for (const match of text.replace(/\s+/gu, ' ').matchAll(DEADLINE)) {
    const day = readNamedDay(match.slice(1), from);
    if (day !== null) return day;
  }
  return null;
}
