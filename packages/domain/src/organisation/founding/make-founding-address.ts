import { randomBytes } from 'node:crypto';
import type { Office } from '../../office/office.ts';
import { hashSecret } from '../../sessions/open-session.ts';
import { isDuplicateKey } from '../../stores/mongo.ts';
import { findOrganisation } from '../find-organisation.ts';
import { THE_OFFICE_ID } from '../the-office-id.ts';
import { finishFounding } from './finish-founding.ts';
import { foundings } from './founding-model.ts';

/**
 * The one-time token with which somebody may found this office, or that it is founded. Only the token's hash is stored,
 * so each call makes a new one and the one before is useless: the address printed last is the one that works.
 */
export async function makeFoundingAddress(office: Office): Promise<{ founded: true } | { token: string }> {
  await finishFounding(office);
  if (await findOrganisation(office)) return { founded: true };
  const token = randomBytes(32).toString('base64url');
  try {
    await foundings
      .of(office)
      .updateOne({ _id: THE_OFFICE_ID, claim: null }, { $set: { tokenHash: hashSecret(token) } }, { upsert: true });
  } catch (error) {
    // The record is there and claimed: somebody founded the office this very moment.
    if (!isDuplicateKey(error, '_id')) throw error;
    return makeFoundingAddress(office);
  }
  return { token };
}
