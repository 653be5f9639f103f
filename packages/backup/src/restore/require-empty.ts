import { COLLECTIONS } from '@congso/domain/collections';
import { secrets } from '@congso/domain/office/secret-model';
import { foundings } from '@congso/domain/organisation/founding/founding-model';
import type { Stores } from '../stores.ts';
import { Unusable } from '../unusable.ts';

const MADE_AT_THE_START: readonly string[] = [foundings.name, secrets.name];

/**
 * Makes sure that a restore mixes with nothing. An office that was started but never founded is empty: it holds only
 * the founding address it printed and a secret of its own, and both give way to those of the restored office.
 *
 * @throws Unusable when the database holds an office, or half of one.
 */
export async function requireEmpty({ db }: Stores): Promise<void> {
  for (const { name } of COLLECTIONS) {
    if (MADE_AT_THE_START.includes(name)) continue;
    if (await db.collection(name).findOne({}, { projection: { _id: 1 } })) {
      throw new Unusable(
        `Nothing was restored: the database already holds an office, or what a restore that was cut off left of one (${name}); restore into an empty one.`,
      );
    }
  }
  for (const name of MADE_AT_THE_START) await db.collection(name).deleteMany({});
}
