/** Counts what waits, by whose it is, and lets whoever has much of it wait as well. */
export type Rooms = {
  enter(origin: string | null): void;
  leave(origin: string | null): void;
  /** Settles when no more than `most` of theirs is left. */
  wait(origin: string): Promise<void>;
};

export function createRooms(most: number): Rooms {
  const counts = new Map<string | null, number>();
  const waiting = new Map<string | null, (() => void)[]>();
  return {
    enter: (origin) => void counts.set(origin, (counts.get(origin) ?? 0) + 1),
    leave: (origin) => {
      const left = (counts.get(origin) ?? 1) - 1;
      if (left > 0) counts.set(origin, left);
      else counts.delete(origin);
      if (left > most) return;
      const queue = waiting.get(origin) ?? [];
      // One for each place: all at once would all act at once. With nothing left, no other place will come.
      for (const enter of queue.splice(0, left > 0 ? 1 : queue.length)) enter();
      if (queue.length === 0) waiting.delete(origin);
    },
    wait: async (origin) => {
      if ((counts.get(origin) ?? 0) <= most) return;
      await new Promise<void>((resolve) => {
        const queue = waiting.get(origin) ?? [];
        queue.push(resolve);
        waiting.set(origin, queue);
      });
    },
  };
}
