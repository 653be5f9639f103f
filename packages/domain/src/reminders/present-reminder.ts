import type { Reminder } from '@congso/contract/reminders';
import type { ReminderDoc } from './reminder-model.ts';

/** A reminder as its person sees it. */
export function presentReminder({ _id, target, occasion, text, at, state, firedAt, version }: ReminderDoc): Reminder {
  return {
    id: _id,
    target,
    occasion,
    text,
    at: at.toISOString(),
    state,
    firedAt: firedAt?.toISOString() ?? null,
    version,
  };
}
