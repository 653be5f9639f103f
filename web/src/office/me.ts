import type { Me, Role } from '@congso/contract/people';
import { useSuspenseQuery } from '@tanstack/react-query';
import { askOptions } from '../lib/use-ask.ts';

/** Outdated by every change of a person, because the roles hang on the appointments. */
export const meOptions = {
  ...askOptions(['person', '*', 'me'], 'session.get', {}),
  staleTime: Number.POSITIVE_INFINITY,
};

/** The signed-in person. Loaded before any page of the office is shown. */
export function useMe(): Me {
  return useSuspenseQuery(meOptions).data as Me;
}

/** Whether the signed-in person holds one of the roles. The server decides; this only hides what would be refused. */
export function useHasRole(...roles: Role[]): boolean {
  const mine = useMe().roles;
  return roles.some((role) => mine.includes(role));
}
