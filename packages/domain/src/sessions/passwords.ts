import { randomInt } from 'node:crypto';
import { LIMITS } from '@congso/contract/limits';
import { fold } from '@congso/language/fold';
import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '../office/refusal.ts';
import { inTurn } from './take-turns.ts';

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane; about 20 ms here.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** A hash of nothing: verified when a login is unknown, so that the answer takes as long as for a known one. */
const NOBODY = await hash('nobody', COST);

/** Where a password of somebody comes from who is let in already. */
const INSIDE = 'inside';

/** @throws Refusal TOO_MANY_REQUESTS */
export const hashPassword = (password: string) => inTurn(INSIDE, () => hash(password.normalize('NFC'), COST));

/**
 * @param stored null for an unknown login: takes as long, answers no.
 * @param from the place it comes from, of somebody who is not let in yet
 * @throws Refusal TOO_MANY_REQUESTS
 */
export async function isPassword(stored: string | null, password: string, from = INSIDE): Promise<boolean> {
  const matches = await inTurn(from, () => verify(stored ?? NOBODY, password.normalize('NFC')));
  return stored !== null && matches;
}

/** A shorter login stands in many words by chance: "an" in "ngân hàng". */
const TELLING_LOGIN = 4;

/** @throws Refusal PASSWORD_TOO_WEAK (on `field`): too short, few different characters, or holding a telling login. */
export function requireStrong(password: string, login: string, field: 'password' | 'newPassword'): void {
  const folded = fold(password);
  const holdsLogin = login.length >= TELLING_LOGIN && folded.includes(fold(login));
  const isWeak = password.length < LIMITS.passwordMin || new Set(folded).size < 5 || holdsLogin;
  if (isWeak) throw new Refusal('PASSWORD_TOO_WEAK', { field });
}

// No 0/O, 1/l/I: it is read from a slip of paper once.
const READABLE = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A password an administrator hands over; the person must choose another at once. */
export function makeTemporaryPassword(): string {
  const group = () => Array.from({ length: 4 }, () => READABLE[randomInt(READABLE.length)]).join('');
  return `${group()}-${group()}-${group()}`;
}
