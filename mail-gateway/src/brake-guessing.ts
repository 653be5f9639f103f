import { setTimeout as pause } from 'node:timers/promises';
import { clientNetwork } from '@congso/domain/office/client-network';
import type { GatewayLimits } from './gateway-limits.ts';
import { SmtpAnswer } from './smtp-answer.ts';

/** So many networks are remembered; of more the one longest silent is forgotten. */
const MOST_NETWORKS = 10_000;

/** Slows down whoever tries names to learn which mailboxes there are. */
export type GuessingBrake = {
  /** Counts a recipient nobody knows and settles when the answer may be given; throws 421 when the line is to end. */
  miss(clientAddress: string): Promise<void>;
};

/**
 * A few wrong names are anybody's; each further one is answered twice as late as the one before, and then the line ends, also
 * that of a client that comes back. Counted by client, not by line: it may open fifty. A client that names nobody
 * unknown for a while is new again; known recipients are never delayed.
 */
export function createGuessingBrake(limits: GatewayLimits, now: () => number = () => performance.now()): GuessingBrake {
  const missed = new Map<string, { count: number; at: number }>();
  return {
    miss: async (clientAddress) => {
      const network = clientNetwork(clientAddress);
      const before = missed.get(network);
      const count = before && now() - before.at < limits.unknownForgottenMs ? before.count + 1 : 1;
      // Anew, so that the map is in the order of the last miss.
      missed.delete(network);
      missed.set(network, { count, at: now() });
      const [oldest] = missed.keys();
      if (missed.size > MOST_NETWORKS && oldest !== undefined) missed.delete(oldest);
      if (count > limits.unknownRecipients) throw new SmtpAnswer(421, '4.7.0 Too many unknown recipients from you');
      const slow = count - limits.unknownFree;
      if (slow > 0) await pause(Math.min(limits.unknownDelayMs * 2 ** (slow - 1), limits.unknownLongestMs));
    },
  };
}
