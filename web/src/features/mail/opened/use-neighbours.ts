import type { Mail } from '@congso/contract/mail';
import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import { useMails } from '../mail-queries.ts';

const route = getRouteApi('/office/mail');

/** What stands before and after a mail in the box it was opened from. A mail that has just left it still knows where it stood. */
export function useNeighbours(mailId: string): { previous: Mail | null; next: Mail | null } {
  const { box = 'queue' } = route.useSearch();
  const { data: mails = [] } = useMails(box);
  const place = useRef(0);
  const index = mails.findIndex(({ id }) => id === mailId);
  if (index >= 0) place.current = index;
  if (index >= 0) return { previous: mails[index - 1] ?? null, next: mails[index + 1] ?? null };
  const gone = place.current;
  return { previous: mails[gone - 1] ?? null, next: mails[gone] ?? mails[0] ?? null };
}
