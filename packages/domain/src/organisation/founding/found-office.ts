import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { Office } from '../../office/office.ts';
import { Refusal } from '../../office/refusal.ts';
import { hashSecret } from '../../sessions/open-session.ts';
import { hashPassword, requireStrong } from '../../sessions/passwords.ts';
import { findOrganisation } from '../find-organisation.ts';
import { THE_OFFICE_ID } from '../the-office-id.ts';
import { finishFounding } from './finish-founding.ts';
import { foundings } from './founding-model.ts';

/**
 * Founds the office for whoever holds the one-time token. Spending the token and keeping what it was spent on is one
 * conditional write: of two founders one wins, and a founding interrupted after it is finished by the next who asks.
 *
 * @throws Refusal FOUNDING_CLOSED for a used or wrong token and for a founded office alike, PASSWORD_TOO_WEAK.
 */
export async function foundOffice(
  office: Office,
  { token, password, ...founder }: CommandInput<'founding.found'>,
): Promise<CommandOutput<'founding.found'>> {
  await finishFounding(office);
  if (await findOrganisation(office)) throw new Refusal('FOUNDING_CLOSED');
  const tokenHash = hashSecret(token);
  // Looked at first, so that nobody without the token can make us hash passwords.
  if (!(await foundings.of(office).exists({ _id: THE_OFFICE_ID, tokenHash }))) throw new Refusal('FOUNDING_CLOSED');
  await requireStrong(password, founder, 'password');
  const claim = { ...founder, passwordHash: await hashPassword(password) };
  const { modifiedCount } = await foundings
    .of(office)
    .updateOne({ _id: THE_OFFICE_ID, tokenHash, claim: null }, { $set: { tokenHash: null, claim } });
  await finishFounding(office);
  if (modifiedCount === 0) throw new Refusal('FOUNDING_CLOSED');
  return {};
}
