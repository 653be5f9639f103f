import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { overlay } from '../../office/overlay.ts';
import { Refusal } from '../../office/refusal.ts';
import { changeAggregate } from '../../outbox/change-aggregate.ts';
import { requireRole } from '../../people/require-role.ts';
import { presentUnit } from '../present-organisation.ts';
import { refuseTakenMailbox, requireFreeMailbox } from '../require-free-mailbox.ts';
import { type UnitDoc, units } from '../unit-model.ts';
import { isBelowItself, requireParent } from './require-parent.ts';
import { unitChanged } from './unit-story.ts';

/**
 * Renames a unit, moves it below another, or gives it another mailbox.
 *
 * @throws Refusal FORBIDDEN, NOT_FOUND, WRONG_STATE for a closed one, ALREADY_EXISTS (on `mailbox`), CONFLICT, and as
 * `requireParent` says.
 */
export async function updateUnit(
  office: Office,
  caller: Caller,
  { requestId, unitId, ...given }: CommandInput<'units.update'>,
): Promise<CommandOutput<'units.update'>> {
  requireRole(caller, 'admin');
  let before: UnitDoc | null = null;
  const doc = await changeAggregate(office, units, unitId, caller, requestId, async (current) => {
    if (current.isClosed) throw new Refusal('WRONG_STATE', { field: 'unitId' });
    const { name, code, parentId, mailbox, order } = current;
    const wanted = overlay({ name, code, parentId, mailbox, order }, given);
    before = current.parentId === wanted.parentId ? null : current;
    if (before) await requireParent(office, unitId, wanted.parentId);
    if (wanted.mailbox !== null && wanted.mailbox !== current.mailbox) {
      await requireFreeMailbox(office, wanted.mailbox, 'mailbox');
    }
    return { set: wanted, story: unitChanged(unitId, 'updated', { earlier: { name, code, parentId, mailbox } }) };
  }).catch(refuseTakenMailbox);
  if (before !== null) await undoCycle(office, caller, before);
  return presentUnit(doc);
}

/**
 * Two moves at the same moment, each right by itself, can put two units below each other. Whoever looks last sees the
 * ring and takes its own move back.
 */
async function undoCycle(office: Office, caller: Caller, before: UnitDoc): Promise<void> {
  if (!(await isBelowItself(office, before._id))) return;
  await changeAggregate(office, units, before._id, caller, null, () => ({
    set: { parentId: before.parentId },
    story: unitChanged(before._id, 'moveUndone'),
  }));
  throw new Refusal('CONFLICT', { field: 'parentId' });
}
