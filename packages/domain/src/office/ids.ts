import { createHash, randomBytes } from 'node:crypto';

/** A new unguessable id: 120 random bits, URL-safe. */
export function newId(): string {
  return randomBytes(15).toString('base64url');
}

/**
 * The id of what follows from a cause. The same cause always gives the same id, so whoever does the work twice meets
 * the unique index on `_id` instead of doubling the effect (G2).
 */
export function derivedId(...cause: readonly string[]): string {
  return createHash('sha256').update(cause.join('\u0000')).digest('base64url').slice(0, 20);
}
