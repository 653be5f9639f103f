import type { CommandInput } from '@congso/contract/catalog';
import { addDays, type CivilDate, civilDateOf, weekdayOf } from '@congso/language/dates';

/** Late, or due from today to Sunday: what a leader asks of a unit. */
export type DueSpan = NonNullable<CommandInput<'documents.list'>['openDue']>;

/** The days of this week that are still to come, today with them, as `yyyy-MM-dd`. */
export function restOfWeek(now: Date): { from: CivilDate; to: CivilDate } {
  const today = civilDateOf(now);
  return { from: today, to: addDays(today, 7 - weekdayOf(today)) };
}

/** Whether a deadline lies in a span; without a deadline in neither. */
export function isDueIn(span: DueSpan, dueDate: CivilDate | null, now: Date): boolean {
  if (dueDate === null) return false;
  const { from, to } = restOfWeek(now);
  return span === 'late' ? dueDate < from : dueDate >= from && dueDate <= to;
}

/** The documents of which a unit has a step to do still, due in a span: the query's side of `countDueByUnit`. */
export function openAt(unitId: string, span: DueSpan | null, now: Date): object {
  const { from, to } = restOfWeek(now);
  const due = { late: { $lt: from, $ne: null }, thisWeek: { $gte: from, $lte: to } };
  return {
    state: { $nin: ['voided', 'completed'] },
    'slip.steps': {
      $elemMatch: {
        unitId,
        status: 'active',
        kind: { $in: ['assign', 'process'] },
        ...(span !== null && { dueDate: due[span] }),
      },
    },
  };
}
