import type { Office } from '@congso/domain/office/office';
import { Refusal } from '@congso/domain/office/refusal';
import type { ErrorRequestHandler, Request, Response } from 'express';
import { attempt, type Refused } from '../answering/carry-out.ts';
import { languageOf } from '../answering/say-error.ts';

/** What a file's answer had said of itself before it turned into an error. */
const HEADERS_OF_CONTENT = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-length',
  'content-range',
  'content-type',
  'etag',
];

/** The end of every HTTP door: whatever was thrown becomes an error with a code; an answer that has begun is cut off. */
export function answerFault(office: Office): ErrorRequestHandler {
  return async (error: unknown, request, response, _next) => {
    const language = languageOf(request.headers['accept-language']);
    const answer = await attempt(language, office, () => Promise.reject(asBadRequest(error)));
    if (answer.ok || response.headersSent) return void response.destroy();
    for (const name of HEADERS_OF_CONTENT) response.removeHeader(name);
    sendRefusal(request, response, answer);
  };
}

/** An error as HTTP says it. What was not read of its request is not waited for. */
export function sendRefusal(request: Request, response: Response, { status, body }: Refused): void {
  leaveUnread(request, response);
  const { retryAfterMs } = body.error;
  if (retryAfterMs !== undefined) response.set('retry-after', String(Math.ceil(retryAfterMs / 1_000)));
  response.status(status).json(body);
}

/** What Node reads and throws away of a body that nobody wanted, so that its sender gets the answer. */
const THROWN_AWAY_BYTES = 256 * 1_024;

/** So long its sender may take for it, drop by drop. */
const UNREAD_MS = 5_000;

function leaveUnread(request: Request, response: Response): void {
  if (request.complete) return;
  const deadline = setTimeout(() => request.socket.destroy(), UNREAD_MS).unref();
  request.once('end', () => clearTimeout(deadline)).once('close', () => clearTimeout(deadline));
  const announced = Number(request.headers['content-length'] ?? Number.NaN);
  if (!(announced <= THROWN_AWAY_BYTES)) response.set('connection', 'close');
}

/**
 * Errors of the body parser (too large, not JSON, cut off), of static files, and of tus, which calls it `status_code`.
 * Anything else stays what it is.
 */
export function asBadRequest(error: unknown): unknown {
  const said = error as { status?: unknown; status_code?: unknown } | null;
  const status = said?.status ?? said?.status_code;
  if (error instanceof Refusal || typeof status !== 'number') return error;
  if (status === 404) return new Refusal('NOT_FOUND');
  if (status === 413) return new Refusal('TOO_LARGE');
  return status >= 400 && status < 500 ? new Refusal('BAD_INPUT') : error;
}
