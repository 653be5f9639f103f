import type { Logger } from 'pino';
import { cutLine, type Line } from './cut-line.ts';

/**
 * So much may wait for a client that reads slowly, beside as much again that is on its way: a page's first questions
 * over a slow line take a tenth.
 */
const MOST_WAITING_BYTES = 8 * 1024 * 1024;
/** What a waiting packet takes beside its text. */
const PACKET_BYTES = 256;

/**
 * Ends the connection of a client that does not read what it is sent. Without it one that only sends, and answers pings,
 * would have everything it asks for and is told kept in our memory (G8). An honest one connects again and asks for
 * what it lacks.
 */
export function endWhenBehind(line: Line, log: Logger): void {
  let waiting = 0;
  line.on('packetCreate', ({ data }: { data?: string | Buffer }) => {
    // What waited before is asked about: a single answer may be as large as it is.
    if (waiting <= MOST_WAITING_BYTES) {
      waiting += PACKET_BYTES + (data?.length ?? 0);
      return;
    }
    waiting = Number.NEGATIVE_INFINITY; // once
    log.info({ address: line.remoteAddress }, 'a client that does not read was disconnected');
    // Not in the middle of a round that sends to many.
    setImmediate(() => cutLine(line));
  });
  line.on('flush', () => {
    waiting = 0;
  });
}
