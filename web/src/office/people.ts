import type { Person } from '@congso/contract/people';
import { compareNames, fullName } from '@congso/language/names';
import { queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { isWithheld } from '../lib/ask-error.ts';
import { useSay } from '../lib/language.ts';
import { keyOf, listKeyOf } from '../lib/query-keys.ts';
import { askOptions } from '../lib/use-ask.ts';
import { ask } from '../realtime/ask.ts';

const FOR_GOOD = { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY };

/**
 * The whole directory, once: every page shows names, and they seldom change (a mark outdates them). Those who left too:
 * what they did stays on record under their name.
 */
const everyoneOptions = queryOptions({
  queryKey: listKeyOf('person', 'everyone'),
  ...FOR_GOOD,
  queryFn: async ({ signal }) => {
    const people = new Map<string, Person>();
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: { items: Person[]; next: string | null } = await ask(
        'people.list',
        { limit: 100, withInactive: true, ...(cursor && { cursor }) },
        signal,
      );
      for (const person of page.items) people.set(person.id, person);
      cursor = page.next;
    }
    return people;
  },
});

/** Everybody who works here, ordered by given name; empty while it loads. */
export function usePeople(): { people: readonly Person[]; isLoaded: boolean; error: unknown; retry: () => void } {
  const { data, error, refetch } = useQuery(everyoneOptions);
  const people = useMemo(
    () => [...(data?.values() ?? [])].filter(({ isActive }) => isActive).sort(compareNames),
    [data],
  );
  return { people, isLoaded: data !== undefined, error, retry: () => void refetch() };
}

/** One person as `Loaded` takes it, also one who left; who came since the directory was fetched is fetched alone. */
export function useOpenedPerson(id: string | null): Pick<UseQueryResult<Person>, 'data' | 'error' | 'refetch'> {
  const { data: everyone, isPending } = useQuery(everyoneOptions);
  const known = id === null ? undefined : everyone?.get(id);
  const newcomer = useQuery({
    ...askOptions(keyOf('person', id ?? ''), 'people.get', { personId: id ?? '' }),
    ...FOR_GOOD,
    enabled: id !== null && !isPending && known === undefined,
    retry: false,
  });
  return known ? { data: known, error: null, refetch: newcomer.refetch } : newcomer;
}

/** One person; undefined while loading and when the line is down, null when there is nobody of this id. */
export function usePerson(id: string | null): Person | null | undefined {
  const { data, error } = useOpenedPerson(id);
  return id === null || isWithheld(error) ? null : data;
}

/** The names of ids, for sentences that name several people. */
export function useNameOf(): (id: string) => string {
  const { data: everyone } = useQuery(everyoneOptions);
  const say = useSay();
  return (id) => {
    const person = everyone?.get(id);
    if (person) return fullName(person);
    return everyone ? say('people.unknown') : '…';
  };
}
