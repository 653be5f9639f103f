import type { Office } from '../office/office.ts';
import { findOrganisation } from './find-organisation.ts';
import { type UnitDoc, units } from './unit-model.ts';

/** An address the office receives mail at; `unitId` is null for the registry's and the postmaster's. */
export type OwnAddress = { readonly address: string; readonly unitId: string | null };

/** Every domain with mail must read this one (RFC 5321, 4.5.1). */
export const POSTMASTER = 'postmaster';
/** Where others complain of mail that came from here (RFC 2142, 4). */
const ABUSE = 'abuse';

/**
 * The office's own addresses, lower case, each once: registry, postmaster, the open units', and for complaints. None before the office
 * is founded. Should a unit's mailbox be the registry's by a race, the registry's mail stays the registry's.
 */
export async function listOwnAddresses(office: Office): Promise<OwnAddress[]> {
  const organisation = await findOrganisation(office);
  if (!organisation) return [];
  const withMailbox = await units
    .of(office)
    .find({ mailbox: { $type: 'string' }, isClosed: false }, { mailbox: 1 })
    .sort({ order: 1, _id: 1 })
    .lean<Pick<UnitDoc, '_id' | 'mailbox'>[]>();
  const unitByMailbox = new Map<string, string | null>([
    [organisation.registryMailbox, null],
    [POSTMASTER, null],
  ]);
  for (const { _id, mailbox } of withMailbox) {
    if (mailbox !== null && !unitByMailbox.has(mailbox)) unitByMailbox.set(mailbox, _id);
  }
  if (!unitByMailbox.has(ABUSE)) unitByMailbox.set(ABUSE, null);
  return [...unitByMailbox].map(([mailbox, unitId]) => ({ address: `${mailbox}@${organisation.mailDomain}`, unitId }));
}
