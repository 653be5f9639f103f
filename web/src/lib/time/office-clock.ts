/** HTTP tells whole seconds (RFC 9110, 5.6.7): on the average half of one has passed. */
const HALF_SECOND_MS = 500;
/** Below this the two clocks agree, and times on the screen must not jump about. */
const SAME_MS = 2_000;

let aheadMs = 0;

/**
 * Now, in milliseconds, by the server's clock. A PC's own may be hours or a day wrong, and deadlines, reminders and
 * "today" are the office's.
 */
export const officeNow = (): number => Date.now() + aheadMs;

/**
 * Takes the server's time from an answer.
 *
 * @param date the answer's `Date` header
 * @param tookMs how long the answer took: it may have been stamped at any moment of that
 */
export function hearServerTime(date: string | null, tookMs: number): void {
  const told = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(told)) return;
  const difference = told + HALF_SECOND_MS + tookMs / 2 - officeNow();
  if (Math.abs(difference) > SAME_MS + tookMs / 2) aheadMs += difference;
}
