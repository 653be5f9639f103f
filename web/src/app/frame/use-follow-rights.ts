import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { outdate } from '../../lib/outdate.ts';
import { useMe } from '../../office/me.ts';

/**
 * Asks anew for everything when what I may read changes with my appointments: no mark names the letters of the unit I
 * left, and what a page holds of them must not stay there as if nothing had happened.
 */
export function useFollowRights(): void {
  const queries = useQueryClient();
  const { person, roles, readsMail } = useMe();
  const held = person.appointments.filter(({ to }) => to === null).map(({ id }) => id);
  const rights = JSON.stringify([held, roles, readsMail]);
  const before = useRef(rights);
  useEffect(() => {
    if (before.current === rights) return;
    before.current = rights;
    void outdate(queries, () => true);
  }, [queries, rights]);
}
