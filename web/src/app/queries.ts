import { QueryClient } from '@tanstack/react-query';
import { isRefusedFor } from '../lib/ask-error.ts';

const MOST_TRIES = 3;

/**
 * What was asked is kept and shown at once the next time; marks on the person's stream have it fetched again. So an
 * answer is not asked for anew merely because a page is opened within half a minute, nor because a window gets the focus.
 */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 60 * 60 * 1_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      // A refusal is an answer; only silence is worth another try.
      retry: (tries, error) => tries < MOST_TRIES && isRefusedFor(error, 'UNREACHABLE'),
    },
    mutations: { networkMode: 'always' },
  },
});
