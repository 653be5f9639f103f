import { randomInt } from 'node:crypto';
import { LIMITS } from '@congso/contract/limits';
import { isEasyPassword, ownWords } from '@congso/language/passwords/easy-passwords';
import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '../office/refusal.ts';
import { isSoonGuessed } from './guess-password.ts';
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

/** Whom a password is for: what is known of them and of the office is what a stranger tries first. */
export type PasswordOwner = {
  readonly login: string;
  readonly familyMiddle: string;
  readonly given: string;
  readonly mail?: string | null;
  readonly officeName: string;
  readonly shortName?: string;
  readonly mailDomain: string;
};

/**
 * Asked of a password that is chosen now; one chosen before goes on working.
 *
 * @throws Refusal PASSWORD_TOO_WEAK (on `field`): too short, made of words everybody knows, or soon guessed.
 */
export async function requireStrong(
  password: string,
  { login, familyMiddle, given, mail, officeName, shortName, mailDomain }: PasswordOwner,
  field: 'password' | 'newPassword',
): Promise<void> {
  const name = `${familyMiddle} ${given}`;
  const words = ownWords(login, name, mail ?? '', officeName, shortName ?? '', mailDomain);
  const isWeak =
    password.length < LIMITS.passwordMin || isEasyPassword(password, words) || (await isSoonGuessed(password, words));
  if (isWeak) throw new Refusal('PASSWORD_TOO_WEAK', { field });
}

// No 0/O, 1/l/I: it is read from a slip of paper once.
const READABLE = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A password an administrator hands over; the person must choose another at once. */
export function makeTemporaryPassword(): string {
  const group = () => Array.from({ length: 4 }, () => READABLE[randomInt(READABLE.length)]).join('');
  return `${group()}-${group()}-${group()}`;
}
