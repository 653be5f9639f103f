import { setTimeout as wait } from 'node:timers/promises';
import type { Office } from '../../office/office.ts';
import { defineCollection } from '../../stores/collection.ts';
import { isDuplicateKey } from '../../stores/mongo.ts';

type Pace = { _id: string; freeAt: Date };

/** When the next SMS may leave, for all worker processes together. */
export const smsPace = defineCollection<Pace>('smsPace', { _id: String, freeAt: Date });

const PACE_ID = 'pace';
/** Nobody waits so long: each worker has a few hands, and a turn takes at most ten seconds. */
const LONGEST_LINE_MS = 5 * 60 * 1_000;

/** Waits for the next place in the line of at most `perSecond` SMS a second, counted over all processes. */
export async function takeTurn(office: Office, perSecond: number): Promise<void> {
  const model = smsPace.of(office);
  for (;;) {
    const now = office.clock.now();
    const pace = await model.findOne({ _id: PACE_ID }).lean<Pace>();
    const freeFrom = pace?.freeAt.getTime() ?? 0;
    // Further ahead it was written while a clock was, and is no line.
    const isLine = freeFrom > now.getTime() && freeFrom <= now.getTime() + LONGEST_LINE_MS;
    const turn = isLine ? freeFrom : now.getTime();
    const freeAt = new Date(turn + 1_000 / perSecond);
    if (pace ? await moveOn(pace, freeAt) : await begin(freeAt)) {
      if (turn > now.getTime()) await wait(turn - now.getTime());
      return;
    }
  }

  async function moveOn(pace: Pace, freeAt: Date): Promise<boolean> {
    const moved = await model.updateOne({ _id: PACE_ID, freeAt: pace.freeAt }, { $set: { freeAt } });
    return moved.modifiedCount === 1;
  }

  async function begin(freeAt: Date): Promise<boolean> {
    try {
      await model.create({ _id: PACE_ID, freeAt });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }
}
