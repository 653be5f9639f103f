import { LIMITS } from '@congso/contract/limits';
import { findOwnFile } from '@congso/domain/files/file-access';
import { takeBackFile } from '@congso/domain/files/remove-files';
import { completeUpload, RESERVE_BYTES } from '@congso/domain/files/uploads/complete-upload';
import { beginUpload, continueUpload, endUpload, findUpload } from '@congso/domain/files/uploads/track-upload';
import type { Caller } from '@congso/domain/office/caller';
import type { Office } from '@congso/domain/office/office';
import { Refusal } from '@congso/domain/office/refusal';
import { EVENTS, Server } from '@tus/server';
import { type RequestHandler, Router } from 'express';
import { attempt } from '../answering/carry-out.ts';
import { repeat } from '../repeat.ts';
import { callerOf } from './identify-caller.ts';
import { openUploadStore, type UploadStore } from './upload-store.ts';

/** tus tells its client by an object of this shape. */
type TusError = { status_code: number; body: string };
type TusRequest = { headers: Headers; runtime?: { node?: { req: object } } };

const EXPIRE_EVERY_MS = 60 * 60 * 1_000;

/**
 * Uploads that resume (the tus protocol 1.0.0). An upload belongs to who began it; its address ends in an id under
 * which the complete file is known (`files.get`, `/files/{id}`).
 */
export async function uploadDoor(office: Office, folder: string): Promise<Router> {
  const store = await openUploadStore(office, folder);
  const tus = new Server({
    path: '/files/upload',
    datastore: store,
    maxSize: LIMITS.fileBytes,
    relativeLocation: true,
    // No other site's page has any business here.
    allowedOrigins: [],
    namingFunction: (request, metadata) => begin(office, store, request, metadata ?? {}),
    onIncomingRequest: async (request, id) => {
      if (!(await continueUpload(office, callerIn(request).personId, id)))
        throw await asTusError(office, notFound(), request);
    },
    onUploadFinish: async (request, { id }) => {
      await finish(office, store, callerIn(request), id);
      return {};
    },
    onResponseError: async (request, error) => {
      // 501: an extension of tus we do not offer.
      if ('status_code' in error && (error.status_code < 500 || error.status_code === 501)) return undefined;
      // A full disk among them: what has arrived stays, and the client goes on from there later.
      office.log.error({ err: error }, 'upload interrupted');
      const isFull = (await office.room.freeBytes()) < RESERVE_BYTES;
      return asTusError(office, new Refusal(isFull ? 'DISK_FULL' : 'UNAVAILABLE'), request);
    },
  });
  tus.on(EVENTS.POST_TERMINATE, (_request, _response, id) => {
    endUpload(office, id).catch((error: unknown) => office.log.warn({ err: error }, 'upload given up, left to expire'));
  });
  repeat(office, EXPIRE_EVERY_MS, () => store.discardExpired());
  const router = Router();
  router.head('/:id', answerFinished(office, store));
  router.delete('/:id', takeBackFinished(office));
  router.use((request, response) => tus.handle(request, response));
  return router;
}

async function begin(
  office: Office,
  store: UploadStore,
  request: TusRequest,
  metadata: Record<string, string | null>,
): Promise<string> {
  const length = request.headers.get('upload-length');
  const size = length === null ? undefined : Number(length);
  const name = metadata.filename ?? metadata.name ?? '';
  const mime = metadata.filetype ?? metadata.type ?? '';
  try {
    await store.requireSpace(Math.min(size ?? 0, LIMITS.fileBytes));
    const { _id } = await beginUpload(office, callerIn(request), { name, mime, size });
    // What gave way to it takes no room until the next sweep.
    await store.discardExpired();
    return _id;
  } catch (error) {
    throw error instanceof Refusal ? await asTusError(office, error, request) : error;
  }
}

async function finish(office: Office, store: UploadStore, caller: Caller, id: string): Promise<void> {
  const upload = await findUpload(office, caller.personId, id);
  if (!upload) return;
  await completeUpload(office, upload, store.pathOf(id));
  await store.discard(id);
  await endUpload(office, id);
}

/**
 * "How far did I get?" for an upload whose last answer was lost: it is a file already, or all its bytes are here and
 * the process died before it became one. tus itself would say that there is no such upload.
 */
function answerFinished(office: Office, store: UploadStore): RequestHandler<{ id: string }> {
  return async (request, response, next) => {
    const caller = callerOf(request);
    const { id } = request.params;
    let file = await findOwnFile(office, caller, id);
    const upload = file ? null : await findUpload(office, caller.personId, id);
    if (upload && (await store.getUpload(id)).offset === upload.size) {
      await finish(office, store, caller, id);
      file = await findOwnFile(office, caller, id);
    }
    if (!file) return next();
    const size = String(file.size);
    response.set({
      'tus-resumable': '1.0.0',
      'upload-offset': size,
      'upload-length': size,
      'cache-control': 'no-store',
    });
    response.status(200).end();
  };
}

/** A file that was sent and is attached to nothing is taken back like an upload that is under way. */
function takeBackFinished(office: Office): RequestHandler<{ id: string }> {
  return async (request, response, next) => {
    const isGone = await takeBackFile(office, callerOf(request), request.params.id);
    if (isGone) response.set('tus-resumable', '1.0.0').status(204).end();
    else next();
  };
}

function callerIn(request: TusRequest): Caller {
  return callerOf(request.runtime?.node?.req ?? {});
}

const notFound = () => new Refusal('NOT_FOUND', { field: 'uploadId' });

async function asTusError(office: Office, refusal: Refusal, request: TusRequest): Promise<TusError> {
  const answer = await attempt(callerIn(request).language, office, () => Promise.reject(refusal));
  return { status_code: refusal.status, body: JSON.stringify(answer.ok ? {} : answer.body) };
}
