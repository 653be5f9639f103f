import { LIMITS } from '@congso/contract/limits';
import { refusalOf } from '../realtime/ask-over-http.ts';
import { ownerHeaders } from '../realtime/page-owner.ts';
import { AskError } from './ask-error.ts';

const UPLOADS = '/files/upload';

/** A running upload. `cancel` also takes away what the server holds of it. */
export type RunningUpload = { cancel: () => void };

type Told = {
  onProgress: (sentBytes: number) => void;
  /** The id of the file record, to be named in `fileIds`. */
  onDone: (fileId: string) => void;
  onFailed: (error: AskError) => void;
};

/** Whether the office takes a file of this size. */
export const isSmallEnough = (file: File): boolean => file.size <= LIMITS.fileBytes;

/**
 * Sends a file by the tus protocol: after a broken line it goes on where it stopped, with patience; a file of which a
 * part was sent before (even by a page since closed) goes on from there.
 */
export async function uploadFile(file: File, told: Told): Promise<RunningUpload> {
  const { Upload, DetailedError } = await import('tus-js-client');
  const fail = (error: Error) => {
    const body = error instanceof DetailedError ? error.originalResponse?.getBody() : undefined;
    told.onFailed(reasonOf(body));
  };
  const upload = new Upload(file, {
    endpoint: UPLOADS,
    chunkSize: 8 * 1024 * 1024,
    retryDelays: [0, 1_000, 3_000, 5_000, 10_000, 20_000, 30_000, 60_000],
    removeFingerprintOnSuccess: true,
    headers: ownerHeaders(),
    metadata: { filename: file.name, filetype: file.type },
    onProgress: told.onProgress,
    onSuccess: () => told.onDone(fileIdOf(upload.url)),
    onError: fail,
  });
  const [previous] = await upload.findPreviousUploads();
  if (previous) upload.resumeFromPreviousUpload(previous);
  upload.start();
  return { cancel: () => void upload.abort(true).catch(fail) };
}

/** Takes back a file that was sent and is named nowhere: so many of them are allowed, and its place is free again. */
export async function discardFile(fileId: string): Promise<void> {
  const headers = { 'tus-resumable': '1.0.0', ...ownerHeaders() };
  try {
    await fetch(`${UPLOADS}/${encodeURIComponent(fileId)}`, { method: 'DELETE', headers, credentials: 'same-origin' });
  } catch {
    // The line is down: the office itself throws away what is named nowhere for a week.
  }
}

/** The office's own answer, as every door gives it; a proxy's page, or none, is no answer. */
function reasonOf(body: string | undefined): AskError {
  try {
    return refusalOf(JSON.parse(body ?? ''));
  } catch {
    return new AskError('UNREACHABLE');
  }
}

/** The last part of the upload's own address. */
function fileIdOf(url: string | null): string {
  const id = url?.split('/').at(-1);
  if (!id) throw new Error('the server gave the upload no address');
  return decodeURIComponent(id);
}
