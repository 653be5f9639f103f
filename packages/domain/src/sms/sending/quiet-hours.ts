import { formatTime } from '@congso/language/dates';

/** No SMS wakes anybody but an express one; what it says waits on the screen in the morning. The office's convention. */
const QUIET_FROM = '21:00';
const QUIET_UNTIL = '06:30';

/** Whether people in Vietnam sleep. */
export function isQuiet(instant: Date): boolean {
  const time = formatTime(instant);
  return time >= QUIET_FROM || time < QUIET_UNTIL;
}
