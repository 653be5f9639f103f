/** A supply that fills by itself: what is asked at once is bounded by `most`, what is asked for long by `perSecond`. */
export type BucketLimits = { readonly most: number; readonly perSecond: number };

/** Supplies by name. A name that is not heard of for as long as its supply takes to fill is forgotten. */
export type Buckets = {
  /** Takes so much if it is there; answers whether it was. */
  take(name: string, amount?: number): boolean;
  /** Takes so much although it may not be there: what was done is done. Answers whether something is left. */
  charge(name: string, amount: number): boolean;
  /** Milliseconds until something is there again; 0 when something is. */
  waitMs(name: string): number;
};

type Bucket = { left: number; at: number };

/** So many names are known; beyond, those that have been silent longest are forgotten. */
const MOST_NAMES = 20_000;

export function createBuckets({ most, perSecond }: BucketLimits, now = () => performance.now()): Buckets {
  const all = new Map<string, Bucket>();

  function fill(name: string): Bucket {
    const at = now();
    const known = all.get(name);
    const bucket = known ?? { left: most, at };
    bucket.left = Math.min(most, bucket.left + ((at - bucket.at) / 1_000) * perSecond);
    bucket.at = at;
    // Behind all others: the first in the map have been silent longest.
    all.delete(name);
    all.set(name, bucket);
    if (!known) forget(at);
    return bucket;
  }

  function forget(at: number): void {
    for (const [name, bucket] of all) {
      const isFull = bucket.left + ((at - bucket.at) / 1_000) * perSecond >= most;
      if (all.size === 1 || (!isFull && all.size <= MOST_NAMES)) return;
      all.delete(name);
    }
  }

  return {
    take: (name, amount = 1) => {
      const bucket = fill(name);
      if (bucket.left < amount) return false;
      bucket.left -= amount;
      return true;
    },
    charge: (name, amount) => {
      const bucket = fill(name);
      bucket.left = Math.max(-most, bucket.left - amount);
      return bucket.left > 0;
    },
    waitMs: (name) => {
      const { left } = fill(name);
      return left > 0 ? 0 : Math.ceil((-left / perSecond) * 1_000) + 1;
    },
  };
}
