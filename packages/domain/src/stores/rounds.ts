import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Work done in groups: everything that arrives while one round is under way goes together into the next. A round never
 * starts before an item arrived, so what a round reads is never older than the question (a revocation that was
 * acknowledged before the question is always seen), and one journaled write carries many messages.
 */
export type Rounds<I, O> = { add(item: I): Promise<O> };

type Waiting<I, O> = { item: I; resolve: (value: O) => void; reject: (error: unknown) => void };

/** `work` answers one result per item, in order; when it throws, every item of the round is rejected. */
export function createRounds<I, O>(work: (items: I[]) => Promise<O[]>, maxItems = 500): Rounds<I, O> {
  let waiting: Waiting<I, O>[] = [];
  let isRunning = false;

  async function run(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) {
      // What else has arrived with it belongs to the same round: the line and the disk are read once for each turn.
      await nextTurn();
      const round = waiting.slice(0, maxItems);
      waiting = waiting.slice(maxItems);
      try {
        const results = await work(round.map((entry) => entry.item));
        round.forEach((entry, index) => {
          entry.resolve(results[index] as O);
        });
      } catch (error) {
        for (const entry of round) entry.reject(error);
      }
    }
    isRunning = false;
  }

  return {
    add: (item) =>
      new Promise<O>((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        if (!isRunning) void run();
      }),
  };
}
