import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import { hasOpenSteps } from '../../documents/list-open-steps.ts';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { Refusal } from '../../office/refusal.ts';
import { changeAggregate } from '../../outbox/change-aggregate.ts';
import { listIdsInUnits } from '../../people/find-people.ts';
import { requireRole } from '../../people/require-role.ts';
import { presentUnit } from '../present-organisation.ts';
import { units } from '../unit-model.ts';
import { unitChanged } from './unit-story.ts';

/**
 * Closes a unit with nobody, no open unit and no open document left in it. Its mailbox is free for another; a closed unit
 * stays closed.
 *
 * @throws Refusal FORBIDDEN, NOT_FOUND, UNIT_NOT_EMPTY, UNIT_HAS_DOCUMENTS, WRONG_STATE for the root.
 */
export async function closeUnit(
  office: Office,
  caller: Caller,
  { requestId, unitId }: CommandInput<'units.close'>,
): Promise<CommandOutput<'units.close'>> {
  requireRole(caller, 'admin');
  const doc = await changeAggregate(office, units, unitId, caller, requestId, async (current) => {
    if (current.isClosed) return null;
    if (current.parentId === null) throw new Refusal('WRONG_STATE', { field: 'unitId' });
    const [openBelow, [somebody]] = await Promise.all([
      units.of(office).exists({ parentId: unitId, isClosed: false }),
      listIdsInUnits(office, [unitId]),
    ]);
    if (openBelow || somebody) throw new Refusal('UNIT_NOT_EMPTY', { field: 'unitId' });
    // What lies with a unit is its head's of today, and nobody is appointed to a closed one.
    if (await hasOpenSteps(office, unitId)) throw new Refusal('UNIT_HAS_DOCUMENTS', { field: 'unitId' });
    return {
      set: { isClosed: true, mailbox: null },
      story: unitChanged(unitId, 'closed', { mailbox: current.mailbox }),
    };
  });
  return presentUnit(doc);
}
