import type { Line } from './cut-line.ts';

/** One person's tabs, devices and programs at this process. */
const MOST_LINES = 50;

/** Answers whether a line may be a person's: one of not too many, and nobody's yet. Call it in the turn it is let in. */
export type TakeLine = (line: Line, personId: string) => boolean;

/**
 * Every socket costs memory, a place in each of its rooms, and a look at its session every few seconds: thousands of
 * one person's would be everybody's burden (G8). One line carries one socket, though socket.io would take as many as a
 * client asks for before the first is let in.
 */
export function limitLines(): TakeLine {
  const taken = new WeakSet<Line>();
  const counts = new Map<string, number>();
  return (line, personId) => {
    const count = counts.get(personId) ?? 0;
    // A line that has closed meanwhile would never be given back.
    if (taken.has(line) || line.readyState !== 'open' || count >= MOST_LINES) return false;
    taken.add(line);
    counts.set(personId, count + 1);
    line.once('close', () => {
      const left = (counts.get(personId) ?? 1) - 1;
      if (left > 0) counts.set(personId, left);
      else counts.delete(personId);
    });
    return true;
  };
}
