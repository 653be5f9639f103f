import { LIMITS } from '@congso/contract/limits';
import type { Office } from '@congso/domain/office/office';
import { Refusal } from '@congso/domain/office/refusal';
import { type RequestHandler, Router } from 'express';
import { carryOut } from '../answering/carry-out.ts';
import { languageOf } from '../answering/say-error.ts';
import { answerLate } from '../strangers/answer-late.ts';
import { answerFault, sendRefusal } from './answer-fault.ts';
import { findCaller } from './find-caller.ts';
import { isOwnOrigin } from './is-own-origin.ts';
import { readJson } from './read-body.ts';
import { openSessionDoor, SESSION_COMMANDS } from './session-door.ts';

const readCommand = readJson(LIMITS.commandBytes);
/** What a stranger has to say, to sign in or to found the office, is short. */
const readFromStranger = readJson(LIMITS.strangerBytes);

/**
 * `POST /api/<noun.verb>`: every command of the catalog over HTTP. Known before parsed: a body is read when it is known
 * whose it is, that there is such a command, and that it is their turn.
 */
export function commandDoor(office: Office, publicOrigins: readonly string[]): Router {
  const router = Router();
  const carry: RequestHandler<{ name: string }> = async (request, response) => {
    // Only JSON: a form of another site cannot send it without asking first.
    const isJson = request.is('application/json') !== false;
    if (!isJson || !isOwnOrigin(request, publicOrigins)) throw new Refusal('FOREIGN_ORIGIN');
    const { name } = request.params;
    const caller = await findCaller(office, request);
    const language = caller?.language ?? languageOf(request.headers['accept-language']);
    const atSessionDoor = SESSION_COMMANDS.find((command) => command === name);
    const read = () => (caller ? readCommand : readFromStranger)(request, response);
    const answer = atSessionDoor
      ? await openSessionDoor(office, atSessionDoor, caller, request, response, language, read)
      : await carryOut(office, caller, name, read, language);
    if (answer.ok) response.json(answer.result);
    else if (answer.body.error.code !== 'TOO_MANY_REQUESTS') sendRefusal(request, response, answer);
    else answerLate(request, () => sendRefusal(request, response, answer));
  };
  router.post('/:name', carry);
  router.use((_request, _response, next) => next(new Refusal('UNKNOWN_COMMAND')));
  router.use(answerFault(office));
  return router;
}
