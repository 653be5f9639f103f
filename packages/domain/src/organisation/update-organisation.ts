import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { overlay } from '../office/overlay.ts';
import { changeAggregate } from '../outbox/change-aggregate.ts';
import { requireRole } from '../people/require-role.ts';
import { getOrganisationDoc } from './find-organisation.ts';
import { organisations } from './organisation-model.ts';
import { presentOrganisation } from './present-organisation.ts';
import { requireFreeMailbox } from './require-free-mailbox.ts';
import { THE_OFFICE_ID } from './the-office-id.ts';

/** The office: its name and mail addresses, for everyone who is signed in. */
export async function getOrganisation(
  office: Office,
  _caller: Caller,
  _input: CommandInput<'organisation.get'>,
): Promise<CommandOutput<'organisation.get'>> {
  return presentOrganisation(await getOrganisationDoc(office));
}

/**
 * Changes the name or the mail addresses of the office. From then on the gateway accepts the new addresses only.
 *
 * @throws Refusal FORBIDDEN, ALREADY_EXISTS (on `registryMailbox`) when a unit has that mailbox.
 */
export async function updateOrganisation(
  office: Office,
  caller: Caller,
  { requestId, ...given }: CommandInput<'organisation.update'>,
): Promise<CommandOutput<'organisation.update'>> {
  requireRole(caller, 'admin');
  const doc = await changeAggregate(office, organisations, THE_OFFICE_ID, caller, requestId, async (current) => {
    const earlier = presentOrganisation(current);
    const { name, shortName, mailDomain, registryMailbox } = current;
    const wanted = overlay({ name, shortName, mailDomain, registryMailbox }, given);
    if (wanted.registryMailbox !== current.registryMailbox) {
      await requireFreeMailbox(office, wanted.registryMailbox, 'registryMailbox');
    }
    return {
      set: wanted,
      story: { action: 'updated', details: { earlier }, marks: [{ to: 'everyone', kind: 'organisation' }] },
    };
  });
  return presentOrganisation(doc);
}
