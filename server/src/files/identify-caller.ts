import type { Caller } from '@congso/domain/office/caller';
import type { Office } from '@congso/domain/office/office';
import { Refusal } from '@congso/domain/office/refusal';
import { requireSettledPassword } from '@congso/domain/sessions/require-settled-password';
import type { RequestHandler } from 'express';
import { findCaller } from '../http/find-caller.ts';
import { isOwnOrigin } from '../http/is-own-origin.ts';

const callers = new WeakMap<object, Caller>();

/** Lets only signed-in people pass, and to write only from the office's own pages. */
export function identifyCaller(office: Office, publicOrigins: readonly string[]): RequestHandler {
  return async (request, _response, next) => {
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    if (!isReading && !isOwnOrigin(request, publicOrigins)) throw new Refusal('FOREIGN_ORIGIN');
    const caller = await findCaller(office, request);
    if (!caller) throw new Refusal('NOT_SIGNED_IN');
    requireSettledPassword(caller, 'files.get');
    noteCaller(request, caller);
    next();
  };
}

/** Who sent this request, by what is known of him now. */
export function noteCaller(request: object, caller: Caller): void {
  callers.set(request, caller);
}

/** Who sent this request, as `identifyCaller` found. */
export function callerOf(request: object): Caller {
  const caller = callers.get(request);
  if (!caller) throw new Refusal('NOT_SIGNED_IN');
  return caller;
}
