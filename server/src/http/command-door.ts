import { LIMITS } from '@congso/contract/limits';
import type { Office } from '@congso/domain/office/office';
import { Refusal } from '@congso/domain/office/refusal';
import express, { type RequestHandler, Router } from 'express';
import { carryOut } from '../answering/carry-out.ts';
import { languageOf } from '../answering/say-error.ts';
import { answerFault } from './answer-fault.ts';
import { findCaller } from './find-caller.ts';
import { isOwnOrigin } from './is-own-origin.ts';
import { openSessionDoor, SESSION_COMMANDS } from './session-door.ts';

/** A command is small. Whoever needs longer to send one is cut off; an upload has its own door and its own pace. */
const BODY_MS = 30_000;

/** `POST /api/<noun.verb>`: every command of the catalog over HTTP. */
export function commandDoor(office: Office, publicOrigins: readonly string[]): Router {
  const router = Router();
  const carry: RequestHandler<{ name: string }> = async (request, response) => {
    const { name } = request.params;
    const caller = await findCaller(office, request);
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
  const limitTime: RequestHandler = (request, _response, next) => {
    const deadline = setTimeout(() => request.destroy(), BODY_MS);
    const stop = () => clearTimeout(deadline);
    request.once('end', stop).once('close', stop);
    next();
  };
  router.post('/:name', refuseForeign, limitTime, express.json({ limit: LIMITS.commandBytes, strict: false }), carry);
  router.use((_request, _response, next) => next(new Refusal('UNKNOWN_COMMAND')));
  router.use(answerFault(office));
  return router;
}
