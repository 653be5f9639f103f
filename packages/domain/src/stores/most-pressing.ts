import type { Urgency } from '@congso/contract/documents';
import type { Run } from './page-of-runs.ts';

/** What is more than ordinary, the most urgent first. */
const URGENT: readonly Urgency[] = ['express', 'very-urgent', 'urgent'];

type Sort = Run['sort'];

/** What has a day by that day, the latest first of all; then what has none. `then` orders those of one day, and those of none. */
export const nearestRuns = (dateField: string, then: Sort): Run[] => [
  { where: { [dateField]: { $ne: null } }, sort: { [dateField]: 1, ...then } },
  { where: { [dateField]: null }, sort: then },
];

/** The same for each urgency by itself, hỏa tốc first; where nothing is said of it, it is ordinary. */
export const urgentRuns = (urgencyField: string, runs: readonly Run[]): Run[] =>
  [...URGENT.map((urgency) => ({ [urgencyField]: urgency })), { [urgencyField]: { $nin: URGENT } }].flatMap((where) =>
    runs.map((run) => ({ where: { ...where, ...run.where }, sort: run.sort })),
  );
