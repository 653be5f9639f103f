import { z } from 'zod';

/**
 * An entity's id. Ids are opaque to clients; the alphabet keeps them safe in URLs, file names and Redis keys,
 * so a forged id can never reach a path or a query operator.
 */
export const idSchema = z.string().regex(/^[A-Za-z0-9_.:-]{1,160}$/);

/**
 * Chosen by the client, one per intention: sending the same command again with the same request id has the effect of
 * one and is answered with the original's result (G2).
 */
export const requestIdSchema = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);

/** An instant in UTC, ISO 8601 with milliseconds. */
export const instantSchema = z.iso.datetime();

/** A day in the office's own calendar (Asia/Ho_Chi_Minh), `yyyy-MM-dd`. */
export const civilDateSchema = z.iso.date();
