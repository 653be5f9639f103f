import type { Person } from '@congso/contract/people';
import { compareNames, fullName } from '@congso/language/names';
import { queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { createContext, use, useEffect, useMemo } from 'react';
import { useSay } from '../lib/language.ts';
import { keyOf, listKeyOf } from '../lib/query-keys.ts';
import { askOptions } from '../lib/use-ask.ts';
import { ask } from '../realtime/ask.ts';

const FOR_GOOD = { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY };

/**
 * The whole directory, once: every page shows names, and they seldom change (a mark outdates them). Those who left too:
 * what they did stays on record under their name.
 */
export const everyoneOptions = queryOptions({
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

/** Everybody who works here, ordered by given name, with those who left only when asked for; empty while it loads. */
export function usePeople({ withLeft = false } = {}): {
  people: readonly Person[];
  isLoaded: boolean;
  error: unknown;
  retry: () => void;
} {
  const { data, error, refetch } = useQuery(everyoneOptions);
  const people = useMemo(
    () => [...(data?.values() ?? [])].filter(({ isActive }) => withLeft || isActive).sort(compareNames),
    [data, withLeft],
  );
  return { people, isLoaded: data !== undefined, error, retry: () => void refetch() };
}

/** Somebody who is not in the directory as it was fetched. */
export const newcomerOptions = (personId: string) => ({
  ...askOptions(keyOf('person', personId), 'people.get', { personId }),
  ...FOR_GOOD,
  retry: false,
});

type Known = {
  /** By their ids, those who left and those who came since too; null is who is not there. Undefined while it loads. */
  people: ReadonlyMap<string, Person | null> | undefined;
  /** Has somebody fetched who is not among them. */
  meet: (id: string) => void;
};

/** Everybody this page knows; `Directory` provides them. */
export const Everyone = createContext<Known>({ people: undefined, meet: () => {} });

/** One person as `Loaded` takes it, also one who left; who came since the directory was fetched is fetched alone. */
export function useOpenedPerson(id: string): Pick<UseQueryResult<Person>, 'data' | 'error' | 'refetch'> {
  const { data: everyone, isPending } = useQuery(everyoneOptions);
  const known = everyone?.get(id);
  const newcomer = useQuery({ ...newcomerOptions(id), enabled: !isPending && known === undefined });
  return known ? { data: known, error: null, refetch: newcomer.refetch } : newcomer;
}

/** One person, also one who left; undefined while loading and when the line is down, null when there is nobody of this id. */
export function usePerson(id: string | null): Person | null | undefined {
  const { people, meet } = use(Everyone);
  const isUnknown = id !== null && people !== undefined && !people.has(id);
  useEffect(() => {
    if (isUnknown) meet(id);
  }, [isUnknown, id, meet]);
  return id === null ? null : people?.get(id);
}

/** The names of ids, for sentences that name several people. */
export function useNameOf(): (id: string) => string {
  const { people } = use(Everyone);
  const say = useSay();
  return (id) => {
    const person = people?.get(id);
    if (person) return fullName(person);
    return people ? say('people.unknown') : '…';
  };
}
