import type { Person } from '@congso/contract/people';
import { useQueries, useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { isWithheld } from '../lib/ask-error.ts';
import { Everyone, everyoneOptions, newcomerOptions } from './people.ts';
import { UnitsById, unitsOptions } from './units.ts';

/**
 * Who everybody is and what the units are, asked once for the page: a list of a thousand people would otherwise follow
 * the same answers thousands of times.
 */
export function Directory({ children }: { children: ReactNode }) {
  const { data: units } = useQuery(unitsOptions);
  const unitsById = useMemo(() => new Map(units?.units.map((unit) => [unit.id, unit])), [units]);
  return (
    <UnitsById value={unitsById}>
      <Everyone value={useEveryone()}>{children}</Everyone>
    </UnitsById>
  );
}

function useEveryone() {
  const { data: everyone, isPending } = useQuery(everyoneOptions);
  const [newcomerIds, setNewcomerIds] = useState<readonly string[]>([]);
  const newcomers = useQueries({ queries: newcomerIds.map(newcomerOptions), combine: listFetched });
  const meet = useCallback((id: string) => setNewcomerIds((ids) => (ids.includes(id) ? ids : [...ids, id])), []);
  return useMemo(() => {
    if (isPending) return { people: undefined, meet };
    const people = new Map<string, Person | null>(everyone);
    newcomerIds.forEach((id, index) => {
      const fetched = newcomers[index];
      if (!people.has(id) && fetched !== undefined) people.set(id, fetched);
    });
    return { people, meet };
  }, [everyone, isPending, newcomerIds, newcomers, meet]);
}

const listFetched = (results: readonly { data: Person | undefined; error: unknown }[]) =>
  results.map(({ data, error }) => (isWithheld(error) ? null : data));
