import { Refusal } from '../../office/refusal.ts';

/** A clock may be this far behind the last row, as after a leap or a small correction; further is a fault. */
export const CLOCK_TOLERANCE_MS = 5 * 60 * 1_000;

/**
 * The instant of the next registration: now, but never before the last row's, so that the register's order and its
 * years never run backwards.
 *
 * @throws Refusal CLOCK_BEHIND when the clock is more than 5 minutes behind the last row.
 */
export function registrationInstant(now: Date, lastRegisteredAt: Date | null): Date {
  if (!lastRegisteredAt || now >= lastRegisteredAt) return now;
  if (lastRegisteredAt.getTime() - now.getTime() > CLOCK_TOLERANCE_MS) throw new Refusal('CLOCK_BEHIND');
  return lastRegisteredAt;
}
