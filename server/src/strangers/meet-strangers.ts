import { Refusal } from '@congso/domain/office/refusal';
import type { RequestHandler } from 'express';
import { countTurnedAway } from '../health/metrics.ts';
import { answerLate } from './answer-late.ts';
import type { Strangers } from './strangers.ts';

/** When a network that asked too much may try again. */
const RETRY_MS = 10_000;

/**
 * Stands before every door: who asks is known before anything of the request is read, and strangers who ask too much are
 * turned away here.
 */
export function meetStrangers(strangers: Strangers): RequestHandler {
  return async (request, _response, next) => {
    if ((await strangers.meet(request)) || strangers.admit(request)) return next();
    countTurnedAway('request');
    answerLate(request, () => next(new Refusal('TOO_MANY_REQUESTS', { retryAfterMs: RETRY_MS })));
  };
}
