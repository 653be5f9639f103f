import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Office } from './office.ts';

/** A new unguessable id: 120 random bits, URL-safe. */
export function newId(): string {
  return randomBytes(15).toString('base64url');
}

/**
 * The id of what follows from a cause. The same cause always gives the same id, so whoever does the work twice meets
 * the unique index on `_id` instead of doubling the effect (G2). Whoever knows the cause can compute it: for what everybody
 * may know of, and for causes nobody can guess (a request id, a letter). Otherwise `privateId`.
 */
export function derivedId(...cause: readonly string[]): string {
  return createHash('sha256').update(cause.join('\u0000')).digest('base64url').slice(0, 20);
}

/**
 * The same for what is private though its cause is not: who has ever written to whom, who missed a notice. Only this
 * office can compute it, by a secret that never leaves it.
 */
export function privateId(office: Pick<Office, 'secret'>, ...cause: readonly string[]): string {
  return createHmac('sha256', office.secret).update(cause.join('\u0000')).digest('base64url').slice(0, 20);
}
