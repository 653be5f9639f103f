import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import { defineCollection } from '../stores/collection.ts';
import { isDuplicateKey } from '../stores/mongo.ts';

/** What this office alone knows, `_id` is `office`. It is made once, goes into the backup, and no door ever sends it. */
type SecretDoc = { _id: string; secret: string };

export const secrets = defineCollection<SecretDoc>('secrets', { _id: String, secret: String });

const ID = 'office';

/** The office's secret, 32 bytes; made when there is none yet. Whoever opens the office at the same time gets the same. */
export async function loadSecret(stores: { readonly db: Connection }): Promise<Buffer> {
  const made = randomBytes(32).toString('base64url');
  const doc = await secrets
    .of(stores)
    .findOneAndUpdate({ _id: ID }, { $setOnInsert: { secret: made } }, { upsert: true, returnDocument: 'after' })
    .lean<SecretDoc>()
    .catch((error: unknown) => {
      // Another process made it in the same moment.
      if (!isDuplicateKey(error, '_id')) throw error;
      return secrets.of(stores).findOne({ _id: ID }).lean<SecretDoc>();
    });
  if (!doc) throw new Error('the secret of the office is gone');
  return Buffer.from(doc.secret, 'base64url');
}
