import type { IncomingMessage } from 'node:http';

/**
 * Whether a request comes from the office's own pages, or from a program that is no browser. Browsers always send
 * Origin with a POST and with a socket's handshake; a page of another site can use the visitor's cookie, and this is
 * what stops it (CSRF, cross-site WebSocket hijacking; RFC 6454, OWASP).
 */
export function isOwnOrigin(request: IncomingMessage, publicOrigins: readonly string[]): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) {
    const site = request.headers['sec-fetch-site'];
    return site === undefined || site === 'same-origin' || site === 'none';
  }
  if (publicOrigins.includes(origin)) return true;
  // "null" (sandboxed frames, files) and anything else that is no address is foreign.
  if (!URL.canParse(origin)) return false;
  const { protocol, host: originHost } = new URL(origin);
  return (protocol === 'http:' || protocol === 'https:') && originHost === host;
}
