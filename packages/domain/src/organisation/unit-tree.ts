import type { Office } from '../office/office.ts';
import { createRounds, type Rounds } from '../stores/rounds.ts';
import { type UnitDoc, units } from './unit-model.ts';

/** The organisation tree as it is now. */
export type UnitTree = {
  readonly all: readonly UnitDoc[];
  find(unitId: string): UnitDoc | null;
  /** The unit and all below it. */
  withAllBelow(unitId: string): string[];
};

const readers = new WeakMap<Office, Rounds<null, UnitTree>>();

/** Every right that reaches down the tree asks for it, so questions that come together share one read. */
export function loadUnitTree(office: Office): Promise<UnitTree> {
  let reader = readers.get(office);
  if (!reader) {
    reader = createRounds(async (questions) => {
      const tree = await readUnitTree(office);
      return questions.map(() => tree);
    });
    readers.set(office, reader);
  }
  return reader.add(null);
}

async function readUnitTree(office: Office): Promise<UnitTree> {
  const all = await units.of(office).find().sort({ order: 1, name: 1 }).lean<UnitDoc[]>();
  const byId = new Map(all.map((unit) => [unit._id, unit]));
  const childrenOf = groupByParent(all);
  const withAllBelow = (unitId: string): string[] => {
    // A cycle cannot be written (`updateUnit` refuses it), yet a walk over stored data must end whatever is stored.
    const found = new Set<string>();
    const walk = (id: string) => {
      if (found.has(id)) return;
      found.add(id);
      for (const child of childrenOf.get(id) ?? []) walk(child._id);
    };
    walk(unitId);
    return [...found];
  };
  return { all, find: (unitId) => byId.get(unitId) ?? null, withAllBelow };
}

function groupByParent(all: readonly UnitDoc[]): Map<string | null, UnitDoc[]> {
  const groups = new Map<string | null, UnitDoc[]>();
  for (const unit of all) groups.set(unit.parentId, [...(groups.get(unit.parentId) ?? []), unit]);
  return groups;
}
