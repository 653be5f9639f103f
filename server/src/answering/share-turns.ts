import type { Caller } from '@congso/domain/office/caller';
import type { Office } from '@congso/domain/office/office';
import { Refusal } from '@congso/domain/office/refusal';
import { authenticateSession } from '@congso/domain/sessions/authenticate';

/** What one person may have under way in this process, and waiting behind it, over all his tabs, devices and programs. */
export type ShareLimits = { readonly atOnce: number; readonly mostWaiting: number };

/**
 * Does one thing for its caller when it is his turn; in the order in which he asked. What is done is told who he is by
 * then.
 *
 * @throws Refusal TOO_MANY_REQUESTS; NOT_SIGNED_IN when his session ended while he waited
 */
export type InShare = <T>(office: Office, caller: Caller, work: (present: Caller) => Promise<T>) => Promise<T>;

type Share = { running: number; readonly waiting: (() => void)[] };

/**
 * Gives each person a share of this process: whoever asks for thousands of things waits for himself and keeps nobody
 * else waiting (G8).
 */
export function createShares({ atOnce, mostWaiting }: ShareLimits): InShare {
  const shares = new Map<string, Share>();
  return async (office, caller, work) => {
    const share = shares.get(caller.personId) ?? { running: 0, waiting: [] };
    shares.set(caller.personId, share);
    if (share.waiting.length >= mostWaiting) throw new Refusal('TOO_MANY_REQUESTS');
    const hasToWait = share.running >= atOnce;
    if (hasToWait) await new Promise<void>((resolve) => share.waiting.push(resolve));
    else share.running += 1;
    try {
      const present = hasToWait ? await authenticateSession(office, caller.sessionId) : caller;
      if (!present) throw new Refusal('NOT_SIGNED_IN');
      return await work(present);
    } finally {
      // The turn goes to the next one directly, so that nobody who comes in between takes it as well.
      const next = share.waiting.shift();
      if (next) next();
      else share.running -= 1;
      if (share.running === 0) shares.delete(caller.personId);
    }
  };
}
