import { useQuery } from '@tanstack/react-query';
import { mixedKeyOf } from '../../lib/query-keys.ts';
import { askOptions } from '../../lib/use-ask.ts';

/** What I owe today, the most pressing first. */
export function useToday() {
  return useQuery({ ...askOptions(mixedKeyOf('today'), 'today.get', {}), select: ({ items }) => items });
}
