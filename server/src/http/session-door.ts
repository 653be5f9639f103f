import { COMMANDS } from '@congso/contract/catalog';
import type { Office } from '@congso/domain/office/office';
import { Refusal } from '@congso/domain/office/refusal';
import { findOrganisation } from '@congso/domain/organisation/find-organisation';
import { foundOffice } from '@congso/domain/organisation/founding/found-office';
import type { SignedIn } from '@congso/domain/sessions/authenticate';
import { requireSettledPassword } from '@congso/domain/sessions/require-settled-password';
import { signIn } from '@congso/domain/sessions/sign-in/sign-in';
import { signOut, signOutEverywhere } from '@congso/domain/sessions/sign-out';
import type { Language } from '@congso/language/languages';
import type { Request, Response } from 'express';
import { type Answer, attempt } from '../answering/carry-out.ts';
import { parseInput } from '../answering/parse-input.ts';
import { browserCookie, browserOf, emptyCookie, sessionCookie } from './session-cookie.ts';

/** The commands that set or take away the session cookie, or know no caller yet. */
export const SESSION_COMMANDS = [
  'session.office',
  'session.signIn',
  'session.signOut',
  'session.signOutEverywhere',
  'founding.found',
] as const;
export type SessionCommand = (typeof SESSION_COMMANDS)[number];

/** Signing in and out, and founding: the only commands that are not carried out by the registry. */
export function openSessionDoor(
  office: Office,
  name: SessionCommand,
  caller: SignedIn | null,
  request: Request,
  response: Response,
  language: Language,
  readBody: () => Promise<unknown>,
): Promise<Answer> {
  return attempt(language, office, async () => {
    switch (name) {
      case 'session.office':
        return { name: (await findOrganisation(office))?.name ?? null };
      case 'session.signIn': {
        const input = parseInput(COMMANDS[name].input, await readBody());
        const place = {
          address: request.ip ?? 'unknown',
          userAgent: request.get('user-agent') ?? '',
          browser: browserOf(request),
        };
        const { me, secret, browser } = await signIn(office, input, place);
        response.append('set-cookie', sessionCookie(secret, request.secure));
        response.append('set-cookie', browserCookie(browser, request.secure));
        return me;
      }
      case 'founding.found':
        return foundOffice(office, parseInput(COMMANDS[name].input, await readBody()));
      case 'session.signOut':
      case 'session.signOutEverywhere': {
        if (caller) requireSettledPassword(caller, name);
        // Whoever has no session any more is signed out already, and must still get rid of the cookie.
        response.append('set-cookie', emptyCookie(request.secure));
        if (!caller) throw new Refusal('NOT_SIGNED_IN');
        return name === 'session.signOut' ? signOut(office, caller) : signOutEverywhere(office, caller);
      }
    }
  });
}
