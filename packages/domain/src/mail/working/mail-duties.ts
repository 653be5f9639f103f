const HOUR_MS = 60 * 60_000;

/**
 * What the office has to do with a mail by itself, and the longest it is ever put off: four hours where reading fails,
 * six where no name server answers, and the lease of whoever is at it.
 */
export const MAIL_DUTIES = {
  read: { select: { duty: 'read' }, longestMs: 5 * HOUR_MS },
  authenticate: { select: { duty: 'authenticate' }, longestMs: 7 * HOUR_MS },
} as const;
