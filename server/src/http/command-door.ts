import { LIMITS } from '@congso/contract/limits';
import type { Office } from '@congso/domain/office/office';
import { Refusal } from '@congso/domain/office/refusal';
import { authenticateSecret } from '@congso/domain/sessions/authenticate';
import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import { attempt, carryOut } from '../commands/carry-out.ts';
import { languageOf } from '../commands/say-error.ts';
import { isOwnOrigin } from './is-own-origin.ts';
import { secretOf } from './session-cookie.ts';
import { openSessionDoor, SESSION_COMMANDS } from './session-door.ts';

/** `POST /api/<noun.verb>`: every command of the catalog over HTTP. */
export function commandDoor(office: Office, publicOrigins: readonly string[]): Router {
  const router = Router();
  const carry: RequestHandler<{ name: string }> = async (request, response) => {
    const { name } = request.params;
    const secret = secretOf(request);
    const caller = secret === null ? null : await authenticateSecret(office, secret);
    const language = caller?.language ?? languageOf(request.headers['accept-language']);
    const atSessionDoor = SESSION_COMMANDS.find((command) => command === name);
    const answer = atSessionDoor
      ? await openSessionDoor(office, atSessionDoor, caller, request, response, language)
      : await carryOut(office, caller, name, request.body, language);
    if (answer.ok) response.json(answer.result);
    else response.status(answer.status).json(answer.body);
  };
  const refuseForeign: RequestHandler = (request, _response, next) => {
    // Only JSON: a form of another site cannot send it without asking first.
    const isJson = request.is('application/json') !== false;
    next(isJson && isOwnOrigin(request, publicOrigins) ? undefined : new Refusal('FOREIGN_ORIGIN'));
  };
  const answerFault: ErrorRequestHandler = async (error: unknown, request, response, _next) => {
    const answer = await attempt(languageOf(request.headers['accept-language']), office, () =>
      Promise.reject(asBadRequest(error)),
    );
    if (!answer.ok) response.status(answer.status).json(answer.body);
  };
  router.post('/:name', refuseForeign, express.json({ limit: LIMITS.commandBytes, strict: false }), carry);
  router.use((_request, _response, next) => next(new Refusal('UNKNOWN_COMMAND')));
  router.use(answerFault);
  return router;
}

/** Errors of the body parser: too large, not JSON, cut off. Anything else stays what it is. */
function asBadRequest(error: unknown): unknown {
  const status = (error as { status?: unknown } | null)?.status;
  if (error instanceof Refusal || typeof status !== 'number') return error;
  if (status === 413) return new Refusal('TOO_LARGE');
  return status >= 400 && status < 500 ? new Refusal('BAD_INPUT') : error;
}
