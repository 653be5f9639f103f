import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import { LIMITS } from '@congso/contract/limits';
import type { Caller } from '../../office/caller.ts';
import { derivedId } from '../../office/ids.ts';
import type { Office } from '../../office/office.ts';
import { Refusal } from '../../office/refusal.ts';
import { createAggregate } from '../../outbox/create-aggregate.ts';
import { requireFewKept } from '../../outbox/require-few.ts';
import { requireRole } from '../../people/require-role.ts';
import { isDuplicateKey } from '../../stores/mongo.ts';
import { type PositionDoc, positions } from '../position-model.ts';
import { presentPosition } from '../present-organisation.ts';

/**
 * Adds a position.
 *
 * @throws Refusal FORBIDDEN, ALREADY_EXISTS (on `title`), TOO_MANY_KEPT
 */
export async function createPosition(
  office: Office,
  caller: Caller,
  { requestId, title, rank }: CommandInput<'positions.create'>,
): Promise<CommandOutput<'positions.create'>> {
  requireRole(caller, 'admin');
  const id = derivedId('position', caller.personId, requestId);
  const original = await positions.of(office).findOne({ _id: id }).lean<PositionDoc>();
  if (original) return presentPosition(original);
  await requireFewKept(office, positions, LIMITS.positions);
  const created = await createAggregate(
    office,
    positions,
    caller,
    { _id: id, title, rank },
    { action: 'created', marks: [{ to: 'everyone', kind: 'organisation' }] },
  ).catch((error: unknown) => {
    throw isDuplicateKey(error, 'title') ? new Refusal('ALREADY_EXISTS', { field: 'title' }) : error;
  });
  return presentPosition(created);
}
