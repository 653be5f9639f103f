import { pipeline } from 'node:stream/promises';
import { openOriginal } from '@congso/domain/mail/open-original';
import type { Office } from '@congso/domain/office/office';
import { type ErrorRequestHandler, Router } from 'express';
import { attempt } from '../commands/carry-out.ts';
import { languageOf } from '../commands/say-error.ts';
import { callerOf, identifyCaller } from '../files/identify-caller.ts';

/**
 * `GET /mails/{id}/original`: a mail exactly as it came. To be saved and never shown: whatever a sender wrote must not
 * run as a page of the office. Mount it at `/mails`.
 */
export function originalDoor(office: Office, publicOrigins: readonly string[]): Router {
  const router = Router();
  router.get('/:id/original', identifyCaller(office, publicOrigins), async (request, response) => {
    const mailId = String(request.params.id);
    const original = await openOriginal(office, callerOf(request), mailId);
    response.set({
      'content-type': 'message/rfc822',
      'content-disposition': `attachment; filename="${mailId.slice(0, 16)}.eml"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      // The right to read may end, and a secret letter may be destroyed.
      'cache-control': 'private, no-store',
      'content-length': String(original.sizeBytes),
    });
    try {
      await pipeline(original.open(), response);
    } catch (error) {
      office.log.debug({ err: error, mailId }, 'download cut off');
      if (!response.headersSent) throw error;
      response.destroy();
    }
  });
  const answerFault: ErrorRequestHandler = async (error: unknown, request, response, _next) => {
    const answer = await attempt(languageOf(request.headers['accept-language']), office, () => Promise.reject(error));
    if (answer.ok || response.headersSent) return void response.destroy();
    for (const name of ['content-disposition', 'content-length', 'content-type']) response.removeHeader(name);
    response.status(answer.status).json(answer.body);
  };
  router.use(answerFault);
  return router;
}
