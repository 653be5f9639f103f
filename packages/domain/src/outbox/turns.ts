/** Things that wait to be begun, each somebody's: people take turns, and nobody has more than so many under way. */
export type Turns<T> = {
  wait(thing: T): void;
  /** The one whose turn it is, begun with that; undefined when none may begin now. */
  next(): T | undefined;
  /** One of somebody's is over. */
  end(origin: string | null): void;
};

/** @param originOf whose a thing is, asked when it begins to wait; what is nobody's is bounded only by `running` */
export function createTurns<T>(
  originOf: (thing: T) => string | null,
  { running, ofOnePerson }: { readonly running: number; readonly ofOnePerson: number },
): Turns<T> {
  /** Whoever had a turn stands behind all others. */
  const queues = new Map<string | null, T[]>();
  const underWay = new Map<string | null, number>();
  let count = 0;

  return {
    wait: (thing) => {
      const origin = originOf(thing);
      const queue = queues.get(origin);
      if (queue) queue.push(thing);
      else queues.set(origin, [thing]);
    },
    next: () => {
      if (count >= running) return undefined;
      for (const [origin, queue] of queues) {
        const own = underWay.get(origin) ?? 0;
        if (origin !== null && own >= ofOnePerson) continue;
        const thing = queue.shift();
        queues.delete(origin);
        if (queue.length > 0) queues.set(origin, queue);
        underWay.set(origin, own + 1);
        count += 1;
        return thing;
      }
      return undefined;
    },
    end: (origin) => {
      count -= 1;
      const own = (underWay.get(origin) ?? 1) - 1;
      if (own > 0) underWay.set(origin, own);
      else underWay.delete(origin);
    },
  };
}
