import type { Office } from '@congso/domain/office/office';
import type { RequestHandler } from 'express';
import { createShares, type ShareLimits } from '../answering/share-turns.ts';
import { callerOf, noteCaller } from './identify-caller.ts';

/** `stalledMs`: so long a client may take nothing of what it is sent. */
export type LineLimits = ShareLimits & { readonly stalledMs?: number };

/** A browser fetches six files together, a hundred where a proxy speaks HTTP/2 with it; what waits comes after. */
export const DOWNLOADS: LineLimits = { atOnce: 20, mostWaiting: 200, stalledMs: 60_000 };
/** How long a body may take is Node's own limit. */
export const UPLOADS: LineLimits = { atOnce: 20, mostWaiting: 200 };

/**
 * Each transfer holds a connection, an open file and memory for as long as its client likes: a person has only so many
 * at once, and a download nobody reads is cut off. Stands behind `identifyCaller`.
 */
export function shareLines(office: Office, limits: LineLimits): RequestHandler {
  const inShare = createShares(limits);
  return (request, response, next) =>
    inShare(office, callerOf(request), async (present) => {
      // Given up while it waited; its end has been told already.
      if (response.closed) return;
      noteCaller(request, present);
      const ended = new Promise<void>((resolve) => void response.once('close', resolve));
      if (limits.stalledMs !== undefined) response.setTimeout(limits.stalledMs, () => response.destroy());
      next();
      await ended;
    });
}
