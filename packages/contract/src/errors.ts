import { z } from 'zod';

/**
 * Every error a door can answer, with the HTTP status it is sent under. The sentence for the reader is made from the
 * code by packages/language; `field` names the input it is about.
 */
export const ERROR_STATUS = {
  BAD_INPUT: 400,
  UNKNOWN_COMMAND: 404,
  TOO_LARGE: 413,
  NOT_SIGNED_IN: 401,
  WRONG_PASSWORD: 401,
  CURRENT_PASSWORD_WRONG: 403,
  PASSWORD_TOO_WEAK: 400,
  PASSWORD_MUST_CHANGE: 403,
  FOREIGN_ORIGIN: 403,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  ALREADY_EXISTS: 409,
  LOGIN_TAKEN: 409,
  WRONG_STATE: 409,
  REASON_NEEDED: 400,
  TOO_MANY_ATTEMPTS: 429,
  TOO_MANY_REQUESTS: 429,
  /** One account has made as many of a kind within 24 hours as it may. */
  TOO_MANY_TODAY: 429,
  /** There are as many of a kind at once as there may be. */
  TOO_MANY_KEPT: 409,
  AUDIENCE_EMPTY: 400,
  AUDIENCE_TOO_LARGE: 400,
  DATE_IN_PAST: 400,
  PERSON_INACTIVE: 409,
  LAST_ADMINISTRATOR: 409,
  UNIT_NOT_EMPTY: 409,
  UNIT_HAS_DOCUMENTS: 409,
  CLOCK_BEHIND: 503,
  SECRET_CONTENT: 409,
  FILE_INCOMPLETE: 409,
  FILE_GONE: 409,
  FOUNDING_CLOSED: 409,
  CONTENT_LOST: 500,
  DISK_FULL: 503,
  UNAVAILABLE: 503,
  INTERNAL: 500,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;
export const ERROR_CODES = Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]];

/** What a door answers instead of a result. `message` is a sentence in the reader's language. */
export const errorAnswerSchema = z.object({
  error: z.object({
    code: z.enum(ERROR_CODES),
    message: z.string(),
    field: z.string().optional(),
    retryAfterMs: z.number().int().optional(),
  }),
});
export type ErrorAnswer = z.infer<typeof errorAnswerSchema>;
