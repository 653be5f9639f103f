import type { CivilDate } from '@congso/language/dates';
import { type Aggregate, defineAggregate } from '../outbox/aggregate.ts';

/**
 * A day that differs, or once differed, from the ordinary week. `_id` is the civil date. A day made ordinary again keeps
 * its row, so that its history and what it still has to tell are not deleted with it.
 */
export type HolidayDoc = Aggregate & { _id: CivilDate; kind: 'off' | 'work' | 'ordinary'; name: string };

export const holidays = defineAggregate<HolidayDoc>('holiday', 'holidays', { kind: String, name: String });
