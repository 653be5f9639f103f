import type { Logger } from 'pino';
import { cutLine, type Line } from './cut-line.ts';

const WINDOW_MS = 10_000;
/** A page that comes back with a full outbox sends a few hundred. */
const MOST_PACKETS = 3_000;

/**
 * Ends the connection of a client that sends more than any page or program of the office would: refusing takes time as
 * well, and it is everybody's. An honest one connects again.
 */
export function endWhenFlooding(line: Line, log: Logger): void {
  let since = performance.now();
  let count = 0;
  line.on('packet', () => {
    const now = performance.now();
    if (now - since > WINDOW_MS) [since, count] = [now, 0];
    count += 1;
    if (count !== MOST_PACKETS) return;
    log.info({ address: line.remoteAddress }, 'a client that floods was disconnected');
    cutLine(line);
  });
}
