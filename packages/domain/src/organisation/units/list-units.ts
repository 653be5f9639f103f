import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import { compareTexts } from '@congso/language/compare';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { presentUnit } from '../present-organisation.ts';
import type { UnitDoc } from '../unit-model.ts';
import { loadUnitTree } from '../unit-tree.ts';

/** All units, closed ones too, parents before children and siblings in their order, for everyone who is signed in. */
export async function listUnits(
  office: Office,
  _caller: Caller,
  _input: CommandInput<'units.list'>,
): Promise<CommandOutput<'units.list'>> {
  const { all } = await loadUnitTree(office);
  const siblings = [...all].sort((a, b) => a.order - b.order || compareTexts(a.name, b.name));
  const listed = new Set<UnitDoc>();
  const list = (parentId: string | null) => {
    for (const unit of siblings.filter((one) => one.parentId === parentId && !listed.has(one))) {
      listed.add(unit);
      list(unit._id);
    }
  };
  list(null);
  return { units: [...listed].map(presentUnit) };
}
