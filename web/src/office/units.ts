import type { Unit } from '@congso/contract/organisation';
import { compareTexts } from '@congso/language/compare';
import { useQuery } from '@tanstack/react-query';
import { createContext, use, useMemo } from 'react';
import { listKeyOf } from '../lib/query-keys.ts';
import { askOptions } from '../lib/use-ask.ts';

/** All units, the closed ones too. */
export const unitsOptions = {
  ...askOptions(listKeyOf('unit'), 'units.list', {}),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
};

/** A unit in its place: how deep it lies under the office. */
export type PlacedUnit = Unit & { depth: number };

/** The units in the order of the tree, each before what is below it; closed ones left out unless asked for. */
export function useUnits({ withClosed = false } = {}): {
  units: readonly PlacedUnit[];
  isLoaded: boolean;
  error: unknown;
  retry: () => void;
} {
  const { data, error, refetch } = useQuery(unitsOptions);
  const units = useMemo(() => {
    const shown = (data?.units ?? []).filter((unit) => withClosed || !unit.isClosed);
    return placeUnits(shown);
  }, [data, withClosed]);
  return { units, isLoaded: data !== undefined, error, retry: () => void refetch() };
}

/** The units by their ids, the closed ones too, empty while they load; `Directory` provides them. */
export const UnitsById = createContext<ReadonlyMap<string, Unit>>(new Map());

/** One unit; undefined while loading or when there is none. */
export function useUnit(id: string | null): Unit | undefined {
  const units = use(UnitsById);
  return id === null ? undefined : units.get(id);
}

/** Orders units as a tree is read. A unit whose parent is not among them stands at the top. */
export function placeUnits(units: readonly Unit[]): PlacedUnit[] {
  const ids = new Set(units.map((unit) => unit.id));
  const childrenOf = new Map<string | null, Unit[]>();
  for (const unit of units) {
    const above = unit.parentId !== null && ids.has(unit.parentId) ? unit.parentId : null;
    childrenOf.set(above, [...(childrenOf.get(above) ?? []), unit]);
  }
  const placed: PlacedUnit[] = [];
  const place = (parentId: string | null, depth: number) => {
    const children = [...(childrenOf.get(parentId) ?? [])].sort(
      (a, b) => a.order - b.order || compareTexts(a.name, b.name),
    );
    for (const unit of children) {
      placed.push({ ...unit, depth });
      place(unit.id, depth + 1);
    }
  };
  place(null, 0);
  return placed;
}
