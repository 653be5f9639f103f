import type { Logger } from 'pino';
import { cutLine, type Line } from './cut-line.ts';

const WINDOW_MS = 10_000;
/** A page that comes back with a full outbox sends a few hundred. */
const MOST_PACKETS = 3_000;

type Count = { since: number; packets: number };
const counts = new WeakMap<Line, Count>();

/**
 * Ends the connection of a client that sends more than any page or program of the office would: refusing takes time as
 * well, and it is everybody's. An honest one connects again.
 */
export function endWhenFlooding(line: Line, log: Logger): void {
  const count: Count = { since: performance.now(), packets: 0 };
  counts.set(line, count);
  line.on('packet', () => {
    const now = performance.now();
    if (now - count.since > WINDOW_MS) Object.assign(count, { since: now, packets: 0 });
    count.packets += 1;
    if (count.packets !== MOST_PACKETS) return;
    log.info({ address: line.remoteAddress }, 'a client that floods was disconnected');
    cutLine(line);
  });
}

/** Takes back the count of a packet whose request was carried out: that has waited its turn, however many there are. */
export function forgivePacket(line: Line): void {
  const count = counts.get(line);
  if (count) count.packets -= 1;
}
