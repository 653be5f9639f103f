import type { Office } from '@congso/domain/office/office';
import { Refusal } from '@congso/domain/office/refusal';
import { Router } from 'express';
import { answerFault } from '../http/answer-fault.ts';
import { downloadDoor } from './download-door.ts';
import { identifyCaller } from './identify-caller.ts';
import { DOWNLOADS, shareLines, UPLOADS } from './share-lines.ts';
import { uploadDoor } from './upload-door.ts';

/** Files, in and out, for `/files`. Unfinished uploads wait in `uploadFolder`. */
export async function filesRouter(
  office: Office,
  uploadFolder: string,
  publicOrigins: readonly string[],
  downloads = DOWNLOADS,
): Promise<Router> {
  const router = Router();
  router.use(identifyCaller(office, publicOrigins));
  router.use('/upload', shareLines(office, UPLOADS), await uploadDoor(office, uploadFolder));
  router.get('/:id', shareLines(office, downloads), downloadDoor(office));
  router.use((_request, _response, next) => next(new Refusal('NOT_FOUND')));
  router.use(answerFault(office));
  return router;
}
