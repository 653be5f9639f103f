import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import { LIMITS } from '@congso/contract/limits';
import type { Caller } from '../../office/caller.ts';
import { derivedId } from '../../office/ids.ts';
import type { Office } from '../../office/office.ts';
import { createAggregate } from '../../outbox/create-aggregate.ts';
import { requireFewKept } from '../../outbox/require-few.ts';
import { requireRole } from '../../people/require-role.ts';
import { presentUnit } from '../present-organisation.ts';
import { refuseTakenMailbox, requireFreeMailbox } from '../require-free-mailbox.ts';
import { type UnitDoc, units } from '../unit-model.ts';
import { requireParent } from './require-parent.ts';

/**
 * Founds a unit below another.
 *
 * @throws Refusal FORBIDDEN, ALREADY_EXISTS (on `mailbox`), TOO_MANY_KEPT, and as `requireParent` says.
 */
export async function createUnit(
  office: Office,
  caller: Caller,
  { requestId, name, code, parentId, mailbox, order }: CommandInput<'units.create'>,
): Promise<CommandOutput<'units.create'>> {
  requireRole(caller, 'admin');
  const id = derivedId('unit', caller.personId, requestId);
  const original = await units.of(office).findOne({ _id: id }).lean<UnitDoc>();
  if (original) return presentUnit(original);
  await requireFewKept(office, units, LIMITS.units);
  await requireParent(office, id, parentId);
  if (mailbox !== null) await requireFreeMailbox(office, mailbox, 'mailbox');
  const created = await createAggregate(
    office,
    units,
    caller,
    { _id: id, parentId, name, code, mailbox, order, isClosed: false },
    {
      action: 'created',
      facts: [{ name: 'unit.created', payload: { unitId: id } }],
      marks: [{ to: 'everyone', kind: 'unit' }],
    },
  ).catch(refuseTakenMailbox);
  return presentUnit(created);
}
