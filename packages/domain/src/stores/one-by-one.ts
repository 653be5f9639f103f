/** Does one piece of work after another, each beginning when the one before has ended, however it ended. */
export type OneByOne = <T>(work: () => Promise<T>) => Promise<T>;

export function createOneByOne(): OneByOne {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    // Whoever gave the work hears of its failure; the next in line only waits for its end.
    last = mine.catch(() => null);
    return mine;
  };
}
