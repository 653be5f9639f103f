import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { loadUnitTree } from './unit-tree.ts';

/** The units a head or deputy answers for: their own with all below. */
export async function listUnitsLedBy(office: Office, caller: Caller): Promise<string[]> {
  const own = listUnitsHeaded(caller);
  if (own.length === 0) return [];
  const tree = await loadUnitTree(office);
  return [...new Set(own.flatMap((unitId) => tree.withAllBelow(unitId)))];
}

/** The units in which the caller is head or deputy; not those below them. */
export function listUnitsHeaded(caller: Caller): string[] {
  return caller.appointments
    .filter(({ roles }) => roles.includes('head') || roles.includes('deputy'))
    .map(({ unitId }) => unitId);
}
