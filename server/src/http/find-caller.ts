import type { IncomingMessage } from 'node:http';
import { PAGE_OWNER_HEADER } from '@congso/contract/protocol';
import type { Office } from '@congso/domain/office/office';
import { Refusal } from '@congso/domain/office/refusal';
import { authenticateSecret, type SignedIn } from '@congso/domain/sessions/authenticate';
import { secretOf } from './session-cookie.ts';

const found = new WeakMap<IncomingMessage, Promise<SignedIn | null>>();

/**
 * Who sent this request, looked up once for all who ask about it; null for nobody. Refuses a page that belongs to
 * somebody else than its cookie: all tabs share one cookie, and what was written in one must not be done in the name of
 * who signed in in another.
 */
export function findCaller(office: Office, request: IncomingMessage): Promise<SignedIn | null> {
  const asked = found.get(request) ?? lookUp(office, request);
  found.set(request, asked);
  return asked;
}

async function lookUp(office: Office, request: IncomingMessage): Promise<SignedIn | null> {
  const secret = secretOf(request);
  const caller = secret === null ? null : await authenticateSecret(office, secret);
  if (caller && !isOwner(caller, request.headers[PAGE_OWNER_HEADER])) throw new Refusal('NOT_SIGNED_IN');
  return caller;
}

/** Whether a page that says it belongs to `owner` is this caller's. A program says nothing: it has one secret only. */
export function isOwner({ personId }: SignedIn, owner: unknown): boolean {
  return owner === undefined || owner === personId;
}
