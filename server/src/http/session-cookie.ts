import type { IncomingMessage } from 'node:http';
import { SESSION_LIFE_MS } from '@congso/domain/sessions/open-session';
import { parseCookie, stringifySetCookie } from 'cookie';

const NAME = 'congso_session';

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
