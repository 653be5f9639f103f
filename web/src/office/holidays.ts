import { civilDateOf, yearOf } from '@congso/language/dates';
import type { Holidays } from '@congso/language/working-days';
import { useQueries } from '@tanstack/react-query';
import { listKeyOf } from '../lib/query-keys.ts';
import { officeNow } from '../lib/time/office-clock.ts';
import { askOptions } from '../lib/use-ask.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** The days off and swapped working days around now, for telling how near a deadline is. Empty while loading. */
export function useHolidays(): Holidays {
  const year = yearOf(officeNow());
  return useQueries({
    queries: [year - 1, year, year + 1].map((wanted) => ({
      ...askOptions(listKeyOf('holiday', wanted), 'holidays.list', { year: wanted }),
      staleTime: DAY_MS,
    })),
    combine: combineHolidays,
  });
}

// Outside of the hook: react-query keeps the map as long as neither the answers nor this function change.
function combineHolidays(answers: { data?: { holidays: { date: string; kind: 'off' | 'work' }[] } | undefined }[]) {
  return new Map(answers.flatMap(({ data }) => data?.holidays ?? []).map(({ date, kind }) => [date, kind] as const));
}

/** The office's own day now. */
export const todayInOffice = (): string => civilDateOf(officeNow());
