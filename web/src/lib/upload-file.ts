import { LIMITS } from '@congso/contract/limits';
import type { DetailedError, Upload } from 'tus-js-client';
import { refusalOf } from '../realtime/ask-over-http.ts';
import { ownerHeaders } from '../realtime/page-owner.ts';
import { AskError } from './ask-error.ts';
import { pauseBeforeTry } from './requests/pause-before-try.ts';

const UPLOADS = '/files/upload';
/** What a proxy answers without a word of ours, and no other try would change. */
const TOO_LARGE = 413;
/** Refused, but not for good: who signs in again, waits, or begins anew where the server has forgotten, gets on. */
const WORTH_WAITING = [401, 404, 408, 409, 410, 423, 425, 429];

/** A running upload. `cancel` also takes away what the server holds of it. */
export type RunningUpload = { cancel: () => void };

export type UploadListener = {
  onProgress: (sentBytes: number) => void;
  /** Where the server takes it: under this address it goes on, also from another page. */
  onAddress: (address: string) => void;
  /** It goes on by itself when it can; `reason` when the office itself said why not now. */
  onWaiting: (reason: AskError | null) => void;
  /** The id of the file record, to be named in `fileIds`. */
  onDone: (fileId: string) => void;
  /** The office does not take it. */
  onRefused: (error: AskError) => void;
  /** What was chosen cannot be read: a folder, or a file that was moved or removed since. */
  onUnreadable: () => void;
};

/** Whether the office takes a file of this size. */
export const isSmallEnough = (file: File): boolean => file.size <= LIMITS.fileBytes;

/**
 * Sends a file by the tus protocol, from where it stopped under `address` if it has begun. A broken line, a server that
 * is away or busy end nothing: it waits and goes on, for as long as the page is there.
 */
export function uploadFile(
  file: Blob,
  { name, address }: { name: string; address: string | null },
  told: UploadListener,
): RunningUpload {
  let isOver = false;
  let tries = 0;
  let upload: Upload | null = null;

  const begin = async () => {
    try {
      upload ??= await open();
    } catch {
      // What sends files could not be loaded itself.
      told.onWaiting(null);
      return tryLater();
    }
    if (!isOver) upload.start();
  };
  const tryLater = async () => {
    await pauseBeforeTry(tries++);
    if (!isOver) await begin();
  };
  const settle = async (error: Error | DetailedError) => {
    if (isOver) return;
    const response = 'originalResponse' in error ? error.originalResponse : null;
    const status = response?.getStatus() ?? 0;
    const reason = reasonOf(response?.getBody());
    if (status === TOO_LARGE) return told.onRefused(new AskError('TOO_LARGE'));
    if (status >= 400 && status < 500 && !WORTH_WAITING.includes(status)) return told.onRefused(reason);
    if (status === 0 && !(await isReadable(file))) return told.onUnreadable();
    told.onWaiting(reason.code === 'UNREACHABLE' ? null : reason);
    await tryLater();
  };
  const open = async () => {
    const { Upload } = await import('tus-js-client');
    const opened = new Upload(file, {
      endpoint: UPLOADS,
      uploadUrl: address,
      chunkSize: 8 * 1024 * 1024,
      // Its own counting ends: after a pulled cable at once, else after a few tries. And it tells uploads apart by a file's
      // name and size: the same file sent to two places was one upload, which only one of them got.
      retryDelays: null,
      storeFingerprintForResuming: false,
      headers: ownerHeaders(),
      metadata: { filename: name, filetype: file.type },
      onUploadUrlAvailable: () => opened.url && told.onAddress(opened.url),
      onProgress: (sentBytes) => {
        tries = 0;
        told.onProgress(sentBytes);
      },
      onSuccess: () => {
        isOver = true;
        told.onDone(fileIdOf(opened.url));
      },
      onError: (error) => void settle(error),
    });
    return opened;
  };
  void begin();
  return {
    cancel: () => {
      isOver = true;
      // What cannot be taken away now gives way to the next files, or expires.
      upload?.abort(true).catch(() => undefined);
    },
  };
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

async function isReadable(file: Blob): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
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
