import { COLLECTIONS } from '@congso/domain/collections';
import { foundings } from '@congso/domain/organisation/founding/founding-model';
import type { Stores } from '../stores.ts';
import { Unusable } from '../unusable.ts';

/**
 * Makes sure that a restore mixes with nothing. An office that was started but never founded is empty: it holds only
 * the founding address it printed, and that is taken back, because the restored office is founded already.
 *
 * @throws Unusable when the database holds an office, or half of one.
 */
export async function requireEmpty({ db }: Stores): Promise<void> {
  for (const { name } of COLLECTIONS) {
    if (name === foundings.name) continue;
    if (await db.collection(name).findOne({}, { projection: { _id: 1 } })) {
      throw new Unusable(
        `Nothing was restored: the database already holds an office, or what a restore that was cut off left of one (${name}); restore into an empty one.`,
      );
    }
  }
  await db.collection(foundings.name).deleteMany({});
}
