import type { Logger } from 'pino';
import { createBuckets } from '../strangers/bucket.ts';
import { cutLine, type Line } from './cut-line.ts';

/** One person's tabs, devices and programs at this process. */
const MOST_LINES = 50;
/**
 * What one person sends over all lines together and what is not carried out. A page that comes back with a full outbox
 * sends a few hundred packets.
 */
const PACKETS = { most: 3_000, perSecond: 300 };
/** So long whoever was cut off is not let in again; their pages go on over HTTP. */
const KEPT_OUT_MS = 30_000;

/** The lines of those who were let in, counted by person: what a client multiplies must not multiply what it may. */
export type PersonLines = {
  /**
   * Answers whether a line may be a person's: one of not too many, and nobody's yet. Call it in the turn it is let in.
   */
  take(line: Line, personId: string): boolean;
  /** Whether a person was cut off a moment ago. */
  isKeptOut(personId: string): boolean;
  /** Counts what a line sent. Answers false when it is nobody's yet, or not listened to any more. */
  hear(line: Line, cost: number): boolean;
};

const forgiving = new WeakMap<Line, () => void>();

/** Takes back the count of a packet whose request was carried out: that has waited its turn, however many there are. */
export function forgivePacket(line: Line): void {
  forgiving.get(line)?.();
}

/**
 * Every socket costs memory, a place in each of its rooms, and a look at its session every few seconds: thousands of
 * one person's would be everybody's burden (G8). One line carries one socket, though socket.io would take as many as a
 * client asks for before the first is let in. Whoever sends more than any page or program of the office would is cut off
 * with all lines, for a while: refusing takes time as well, and it is everybody's.
 */
export function countLines(log: Logger): PersonLines {
  const owners = new WeakMap<Line, string>();
  const lines = new Map<string, Set<Line>>();
  const packets = createBuckets(PACKETS);
  const keptOut = new Set<string>();

  function cutOff(personId: string): void {
    keptOut.add(personId);
    setTimeout(() => keptOut.delete(personId), KEPT_OUT_MS).unref();
    log.info({ personId }, 'a client that floods was disconnected');
    for (const line of lines.get(personId) ?? []) cutLine(line);
  }

  return {
    isKeptOut: (personId) => keptOut.has(personId),
    take: (line, personId) => {
      const own = lines.get(personId) ?? new Set();
      // A line that has closed meanwhile would never be given back.
      if (owners.has(line) || line.readyState !== 'open' || own.size >= MOST_LINES || keptOut.has(personId))
        return false;
      owners.set(line, personId);
      forgiving.set(line, () => packets.charge(personId, -1));
      lines.set(personId, own.add(line));
      line.once('close', () => {
        own.delete(line);
        if (own.size === 0 && lines.get(personId) === own) lines.delete(personId);
      });
      return true;
    },
    hear: (line, cost) => {
      const personId = owners.get(line);
      if (personId === undefined || keptOut.has(personId)) return false;
      if (packets.charge(personId, cost)) return true;
      cutOff(personId);
      return false;
    },
  };
}
