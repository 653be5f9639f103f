import type { Office } from '../../office/office.ts';
import { Refusal } from '../../office/refusal.ts';
import { loadUnitTree } from '../unit-tree.ts';

/**
 * Whether a unit may stand below a parent. The office has one root, made at the founding, which stays on top.
 *
 * @throws Refusal on `parentId`: NOT_FOUND, WRONG_STATE for a closed parent, BAD_INPUT for a second root, for a parent
 * of the root, and for a unit below itself.
 */
export async function requireParent(office: Office, unitId: string, parentId: string | null): Promise<void> {
  const tree = await loadUnitTree(office);
  const isRoot = tree.find(unitId)?.parentId === null;
  const parent = parentId === null ? null : tree.find(parentId);
  if (parentId !== null && !parent) throw new Refusal('NOT_FOUND', { field: 'parentId' });
  if (isRoot !== (parentId === null)) throw new Refusal('BAD_INPUT', { field: 'parentId' });
  if (parent && tree.withAllBelow(unitId).includes(parent._id)) throw new Refusal('BAD_INPUT', { field: 'parentId' });
  if (parent?.isClosed) throw new Refusal('WRONG_STATE', { field: 'parentId' });
}

/** Whether the unit, followed upwards, comes back to itself. */
export async function isBelowItself(office: Office, unitId: string): Promise<boolean> {
  const tree = await loadUnitTree(office);
  const seen = new Set<string>();
  for (let id: string | null = unitId; id !== null; id = tree.find(id)?.parentId ?? null) {
    if (seen.has(id)) return true;
    seen.add(id);
  }
  return false;
}
