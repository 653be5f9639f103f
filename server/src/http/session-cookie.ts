import type { IncomingMessage } from 'node:http';
import { SESSION_LIFE_MS } from '@congso/domain/sessions/open-session';
import { parseCookie, stringifySetCookie } from 'cookie';

const NAME = 'congso_session';
/** Sent to the door of the sign-in alone, and kept when one signs out. */
const BROWSER = { name: 'congso_browser', path: '/api/session.signIn', maxAge: 180 * 24 * 60 * 60 } as const;

/** The secret a request carries: `Authorization: Bearer`, else the session cookie; null without either. */
export function secretOf(request: IncomingMessage): string | null {
  const bearer = /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(request.headers.authorization ?? '');
  if (bearer?.[1]) return bearer[1];
  return parseCookie(request.headers.cookie ?? '')[NAME] ?? null;
}

/** The cookie that holds a session: unreadable to scripts, not sent with other sites' requests. */
export function sessionCookie(secret: string, isSecure: boolean): string {
  return cookieOf(secret, SESSION_LIFE_MS.browser / 1_000, isSecure);
}

/** The cookie that takes the session away. */
export function emptyCookie(isSecure: boolean): string {
  return cookieOf('', 0, isSecure);
}

function cookieOf(value: string, maxAge: number, secure: boolean): string {
  return stringifySetCookie({ name: NAME, value, httpOnly: true, sameSite: 'strict', path: '/', maxAge, secure });
}

/** What this browser was given to be known by, null when it is a stranger. */
export function browserOf(request: IncomingMessage): string | null {
  return parseCookie(request.headers.cookie ?? '')[BROWSER.name] ?? null;
}

/** The cookie by which a browser is known to the accounts that signed in here (`sign-in/known-browser.ts`). */
export function browserCookie(value: string, secure: boolean): string {
  return stringifySetCookie({ ...BROWSER, value, secure, httpOnly: true, sameSite: 'strict' });
}
