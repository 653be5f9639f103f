import type { Duty } from '../../jobs/due-work.ts';

const HOUR_MS = 60 * 60_000;

/** What the office has to do with a mail by itself, how far ahead its instant may be, and how long a worker has it. */
export type MailDuty = Duty & { readonly select: { readonly duty: string }; readonly leaseMs: number };

/**
 * Read: among others, quickly. Read alone: what could not be read so, in a child of its own that may take its time, behind
 * which nobody waits. Authenticate: ask who vouches for the sender. The longest a duty is ever put off is four hours where
 * reading fails, six where no name server answers, and the lease of whoever is at it; that is longer than its child
 * may take and its attachments need to be stored.
 */
export const MAIL_DUTIES = {
  read: { select: { duty: 'read' }, longestMs: 5 * HOUR_MS, leaseMs: 60_000 },
  readAlone: { select: { duty: 'read-alone' }, longestMs: 5 * HOUR_MS, leaseMs: 120_000 },
  authenticate: { select: { duty: 'authenticate' }, longestMs: 7 * HOUR_MS, leaseMs: 60_000 },
} as const satisfies Record<string, MailDuty>;
