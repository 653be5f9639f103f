import { pipeline } from 'node:stream/promises';
import { openOriginal } from '@congso/domain/mail/open-original';
import type { Office } from '@congso/domain/office/office';
import { type Request, type Response, Router } from 'express';
import { callerOf, identifyCaller } from '../files/identify-caller.ts';
import { DOWNLOADS, shareLines } from '../files/share-lines.ts';
import { answerFault } from '../http/answer-fault.ts';

/**
 * `GET /mails/{id}/original`: a mail exactly as it came. To be saved and never shown: whatever a sender wrote must not
 * run as a page of the office. Mount it at `/mails`.
 */
export function originalDoor(office: Office, publicOrigins: readonly string[]): Router {
  const router = Router();
  const guards = [identifyCaller(office, publicOrigins), shareLines(office, DOWNLOADS)];
  router.get('/:id/original', guards, async (request: Request, response: Response) => {
    const mailId = String(request.params.id);
    const original = await openOriginal(office, callerOf(request), mailId);
    const bytes = await original.open();
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
      await pipeline(bytes, response);
    } catch (error) {
      office.log.debug({ err: error, mailId }, 'download cut off');
    }
  });
  router.use(answerFault(office));
  return router;
}
