import type { CommandInput } from '@congso/contract/catalog';
import type { Me } from '@congso/contract/people';
import { clientNetwork } from '../../office/client-network.ts';
import type { Office } from '../../office/office.ts';
import { Refusal } from '../../office/refusal.ts';
import { findByLogin } from '../../people/find-people.ts';
import { authenticateSession, type SignedIn } from '../authenticate.ts';
import { openSession } from '../open-session.ts';
import { isPassword } from '../passwords.ts';
import { presentMe } from '../present-me.ts';
import { sessions } from '../session-model.ts';
import { requireTurn } from '../take-turns.ts';
import { describeBrowser } from './describe-browser.ts';
import { findKnownBrowser, rememberBrowser } from './known-browser.ts';
import { countAttempt } from './limit-attempts.ts';

/**
 * Where somebody signs in from: the network address as trusted proxies tell it, the User-Agent header, and what the
 * browser was given to be known by.
 */
export type SignInPlace = { readonly address: string; readonly userAgent: string; readonly browser?: string | null };

/**
 * Signs a person in and opens a browser session; the door puts `secret` into the cookie and nowhere else, and `browser`
 * into one of its own, by which this browser is known from now on. An unknown
 * login, a wrong password and a closed account are answered alike and after the same time.
 *
 * @throws Refusal WRONG_PASSWORD, TOO_MANY_ATTEMPTS with `retryAfterMs`, or TOO_MANY_REQUESTS.
 */
export async function signIn(
  office: Office,
  { login, password }: CommandInput<'session.signIn'>,
  place: SignInPlace,
): Promise<{ caller: SignedIn; me: Me; secret: string; browser: string }> {
  const name = login.normalize('NFC').trim().toLowerCase();
  // A client of IPv6 has as many addresses as it likes: each with attempts of its own, they would lock anybody out.
  const address = clientNetwork(place.address);
  const known = findKnownBrowser(office, name, place.browser ?? null);
  // A crowd at the same address keeps nobody waiting at a browser of their own.
  const from = known ?? address;
  // Before it is counted: who is turned away because others crowd the door has tried no password.
  requireTurn(from);
  const attempt = await countAttempt(office, name, known === null ? { address } : { known });
  const person = await findByLogin(office, name);
  const isRight = await isPassword(person?.passwordHash ?? null, password, from).catch(async (error: unknown) => {
    await attempt.untried();
    throw error;
  });
  if (!person || !isRight) throw new Refusal('WRONG_PASSWORD');

  const { secret, sessionId } = await openSession(office, person._id, 'browser', describeBrowser(place.userAgent));
  // A password reset or an account closed while this one was being checked may have ended sessions just before this one
  // was opened. Looking again after opening it, one of the two always sees the other.
  const isStillRight = (await findByLogin(office, name))?.passwordHash === person.passwordHash;
  const caller = isStillRight && (await authenticateSession(office, sessionId));
  if (!caller) {
    await sessions.of(office).deleteOne({ _id: sessionId });
    throw new Refusal('WRONG_PASSWORD');
  }
  await attempt.succeeded();
  return {
    caller,
    me: await presentMe(office, caller),
    secret,
    browser: rememberBrowser(office, name, place.browser ?? null),
  };
}
