import type { IncomingMessage } from 'node:http';
import type { Office } from '@congso/domain/office/office';
import type { SignedIn } from '@congso/domain/sessions/authenticate';
import { countTurnedAway } from '../health/metrics.ts';
import { answerLate } from '../strangers/answer-late.ts';
import type { Strangers } from '../strangers/strangers.ts';
import type { Line } from './cut-line.ts';
import { countLines } from './person-lines.ts';
import { countUnnamedLines } from './unnamed-lines.ts';

/** A packet as engine.io hands it round before it is unpacked; of another type it is not unpacked at all. */
type Packet = { type: string; data?: string | Buffer };
/** A large packet counts as several. */
const BYTES_AS_ONE = 16 * 1_024;

/** Who may have a line, and what of what they send is listened to. */
export type LineGuard = {
  /** Answers a handshake: yes, or late why not. */
  admit(request: IncomingMessage, decide: (refused: string | null, isIn: boolean) => void): void;
  /** Watches a line from its beginning. */
  watch(line: Line): void;
  /** Lets somebody in over a line; answers false when they have too many, or were cut off a moment ago. */
  name(line: Line, personId: string): boolean;
};

/** Guards the realtime door: refused at the handshake, dropped before it is unpacked, kept out for a while (G8). */
export function guardLines(office: Office, strangers: Strangers): LineGuard {
  const lines = countLines(office.log);
  const unnamed = countUnnamedLines();
  /** Requests whose sender is known before there is a line. */
  const known = new WeakSet<IncomingMessage>();

  const mayEnter = (request: IncomingMessage, caller: SignedIn | null): boolean => {
    if (!caller) return strangers.admit(request) && unnamed.hasRoom(strangers.networkOf(request));
    known.add(request);
    return !lines.isKeptOut(caller.personId);
  };

  return {
    admit: (request, decide) => {
      const decideBy = (caller: SignedIn | null) => {
        if (mayEnter(request, caller)) return decide(null, true);
        countTurnedAway('line');
        answerLate(request, () => decide('TOO_MANY_REQUESTS', false));
      };
      strangers.meet(request).then(decideBy, (error: unknown) => {
        // Whose it is, is asked once more before anybody is let in over it.
        office.log.debug({ err: error }, 'a line begins although nobody knows whose it is');
        decideBy(null);
      });
    },
    watch: (line) => {
      if (!known.has(line.request)) unnamed.add(line, strangers.networkOf(line.request));
      line.on('packet', (packet: Packet) => {
        const bytes = packet.data?.length ?? 0;
        const isHeard = lines.hear(line, 1 + Math.floor(bytes / BYTES_AS_ONE)) || unnamed.mayUnpack(line, bytes);
        if (!isHeard) packet.type = 'noop';
      });
    },
    name: (line, personId) => {
      if (!lines.take(line, personId)) return false;
      unnamed.name(line);
      return true;
    },
  };
}
