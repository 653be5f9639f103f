import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { loadUnitTree } from './unit-tree.ts';

/** The units a head or deputy answers for: their own with all below. */
export async function listUnitsLedBy(office: Office, caller: Caller): Promise<string[]> {
  const own = caller.appointments.filter(({ roles }) => roles.includes('head') || roles.includes('deputy'));
  if (own.length === 0) return [];
  const tree = await loadUnitTree(office);
  return [...new Set(own.flatMap(({ unitId }) => tree.withAllBelow(unitId)))];
}
