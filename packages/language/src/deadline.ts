import { civilDateOf, formatTime, type Instant, instantOf } from './dates.ts';
import { addWorkingDays, type Holidays } from './working-days.ts';

/**
 * How a deadline stands: green, amber, red while open, grey or purple once closed. Never shown by colour alone.
 * The colours are the office's convention; no rule prescribes them.
 */
export type DeadlineTone = 'on-time' | 'soon' | 'late' | 'closed-on-time' | 'closed-late';

/** What a deadline's tone depends on: from when the time ran, until when, and when it was closed, if it was. */
export interface Deadline {
  startedAt: Instant;
  dueAt: Instant;
  closedAt: Instant | null;
}

/** The tone at `now`: 'soon' when a working day or a fifth of the time is left, whichever begins earlier. */
export function deadlineToneOf(deadline: Deadline, now: Instant, holidays: Holidays): DeadlineTone {
  const due = msOf(deadline.dueAt);
  if (deadline.closedAt !== null) return msOf(deadline.closedAt) <= due ? 'closed-on-time' : 'closed-late';
  if (msOf(now) > due) return 'late';
  return msOf(now) >= soonFrom(deadline, holidays) ? 'soon' : 'on-time';
}

function soonFrom({ startedAt, dueAt }: Deadline, holidays: Holidays): number {
  const due = msOf(dueAt);
  const dayBefore = instantOf(addWorkingDays(civilDateOf(dueAt), -1, holidays), formatTime(dueAt)).getTime();
  return Math.min(dayBefore, due - (due - msOf(startedAt)) / 5);
}

function msOf(instant: Instant): number {
  return new Date(instant).getTime();
}
