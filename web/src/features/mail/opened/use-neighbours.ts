import type { Mail } from '@congso/contract/mail';
import { useRef } from 'react';
import { useMails } from '../mail-queries.ts';

/** What stands before and after a mail in the queue. A mail that has just left it still knows where it stood. */
export function useNeighbours(mailId: string): { previous: Mail | null; next: Mail | null } {
  const { data: queue = [] } = useMails('queue');
  const place = useRef({ mailId, index: 0 });
  const index = queue.findIndex(({ id }) => id === mailId);
  if (index >= 0) place.current = { mailId, index };
  if (index >= 0) return { previous: queue[index - 1] ?? null, next: queue[index + 1] ?? null };
  const gone = place.current.index;
  return { previous: queue[gone - 1] ?? null, next: queue[gone] ?? queue[0] ?? null };
}
