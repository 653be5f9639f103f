/** The one source of time. Injected everywhere, so that a turn of the year needs no waiting. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved: for tests and for seeding an office with months of life. */
export type ManualClock = Clock & { set(instant: Date): void; advance(ms: number): void };

export function createManualClock(start: Date): ManualClock {
  let current = start.getTime();
  return {
    now: () => new Date(current),
    set: (instant) => {
      current = instant.getTime();
    },
    advance: (ms) => {
      current += ms;
    },
  };
}
