import type { Office } from '@congso/domain/office/office';
import { Refusal } from '@congso/domain/office/refusal';
import { type ErrorRequestHandler, Router } from 'express';
import { attempt } from '../commands/carry-out.ts';
import { languageOf } from '../commands/say-error.ts';
import { downloadDoor } from './download-door.ts';
import { identifyCaller } from './identify-caller.ts';
import { uploadDoor } from './upload-door.ts';

/** Files, in and out, for `/files`. Unfinished uploads wait in `uploadFolder`. */
export async function filesRouter(
  office: Office,
  uploadFolder: string,
  publicOrigins: readonly string[],
): Promise<Router> {
  const router = Router();
  router.use(identifyCaller(office, publicOrigins));
  router.use('/upload', await uploadDoor(office, uploadFolder));
  router.get('/:id', downloadDoor(office));
  router.use((_request, _response, next) => next(new Refusal('NOT_FOUND')));
  const answerFault: ErrorRequestHandler = async (error: unknown, request, response, _next) => {
    const answer = await attempt(languageOf(request.headers['accept-language']), office, () => Promise.reject(error));
    if (answer.ok || response.headersSent) return void response.destroy();
    for (const name of ['content-disposition', 'content-length', 'content-range', 'etag']) response.removeHeader(name);
    response.status(answer.status).json(answer.body);
  };
  router.use(answerFault);
  return router;
}
