import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import { isDuplicateKey } from '../stores/mongo.ts';
import { findOrganisation } from './find-organisation.ts';
import { POSTMASTER } from './list-own-addresses.ts';
import { units } from './unit-model.ts';

/**
 * Refuses a mailbox that already has an owner. Between two units the unique index decides; between a unit and the
 * registry nothing can, and `listOwnAddresses` gives the registry precedence.
 *
 * @throws Refusal ALREADY_EXISTS (on `field`)
 */
export async function requireFreeMailbox(
  office: Office,
  mailbox: string,
  field: 'mailbox' | 'registryMailbox',
): Promise<void> {
  const organisation = field === 'mailbox' ? await findOrganisation(office) : null;
  const isTaken =
    mailbox === POSTMASTER ||
    mailbox === organisation?.registryMailbox ||
    (await units.of(office).exists({ mailbox })) !== null;
  if (isTaken) throw new Refusal('ALREADY_EXISTS', { field });
}

/** Says which field it is when the unique index on mailboxes has refused a write. */
export function refuseTakenMailbox(error: unknown): never {
  throw isDuplicateKey(error, 'mailbox') ? new Refusal('ALREADY_EXISTS', { field: 'mailbox' }) : error;
}
