import { createStore } from 'zustand/vanilla';
import { newRequestId } from '../../../lib/requests/request-id.ts';
import { discardFile, type RunningUpload, type UploadListener, uploadFile } from '../../../lib/upload-file.ts';
import { forgetBytes, keepBytes } from './kept-bytes.ts';
import { forgetKeptUpload, type KeptUpload, keepUpload } from './kept-uploads.ts';
import type { Upload } from './upload.ts';

/**
 * Every file on its way, wherever it belongs, sent whether or not its form is shown. A page belongs to one person, and
 * so do these; on the device they are kept until they are named in a command or taken out (`resume-uploads.ts`).
 */
export const uploadStore = createStore<{
  uploads: readonly Upload[];
  /** Whether what pages that are gone have left was looked through. */
  isResumed: boolean;
}>(() => ({ uploads: [], isResumed: false }));

/** More at once take every line that a browser opens to a server, and all else waits behind them. */
const MOST_AT_ONCE = 3;

const bytes = new Map<string, Blob>();
const running = new Map<string, RunningUpload>();

export const findUpload = (key: string): Upload | undefined =>
  uploadStore.getState().uploads.find((upload) => upload.key === key);

export const listUploads = (place: string): Upload[] =>
  uploadStore.getState().uploads.filter((upload) => upload.place === place);

/** Begins to send a file that was chosen for a place. */
export function addUpload(place: string, file: File): void {
  const key = newRequestId();
  const { name, size } = file;
  bytes.set(key, file);
  const rest = { sentBytes: 0, state: 'queued', fileId: null, address: null, error: null } as const;
  put({ key, place, name, size, ...rest });
  void keepBytes(key, file);
  startNext();
}

/** Goes on with what a page that was closed has left; without its bytes it is `lost`. */
export function takeOverUpload({ at: _at, ...kept }: KeptUpload, file: Blob | null): void {
  if (file !== null) bytes.set(kept.key, file);
  const state = kept.fileId !== null ? 'complete' : file === null ? 'lost' : 'queued';
  put({ ...kept, state, sentBytes: state === 'complete' ? kept.size : 0, error: null });
  startNext();
}

/** Tries again what was refused. */
export function retryUpload(key: string): void {
  change(key, { state: 'queued', error: null });
  startNext();
}

/** Sends a file in the place of one that was lost, from where that one stopped if it is the same. */
export function replaceUpload(key: string, file: File): void {
  const upload = findUpload(key);
  if (!upload) return;
  bytes.set(key, file);
  const isSame = upload.name === file.name && upload.size === file.size;
  const { name, size } = file;
  change(key, { name, size, state: 'queued', error: null, ...(!isSame && { address: null, sentBytes: 0 }) });
  void keepBytes(key, file);
  startNext();
}

/** Takes a file out; the office forgets it too. */
export function removeUpload(key: string): void {
  const fileId = findUpload(key)?.fileId ?? null;
  running.get(key)?.cancel();
  if (fileId !== null) void discardFile(fileId);
  forgetUploads([key]);
}

/** They were named in a command, or belong to something else now: they are no uploads any more. */
export function forgetUploads(keys: readonly string[]): void {
  for (const key of keys) {
    bytes.delete(key);
    running.delete(key);
    forgetKeptUpload(key);
    void forgetBytes(key);
  }
  uploadStore.setState(({ uploads }) => ({ uploads: uploads.filter(({ key }) => !keys.includes(key)) }));
  startNext();
}

/** What was chosen for one place belongs to another from now on: to the message that waits for it. */
export function moveUploads(keys: readonly string[], place: string): void {
  for (const key of keys) change(key, { place });
}

function put(upload: Upload): void {
  uploadStore.setState(({ uploads }) => ({ uploads: [...uploads, upload] }));
  keepUpload(upload);
}

function change(key: string, changed: Partial<Upload>): void {
  const before = findUpload(key);
  if (!before) return;
  const after = { ...before, ...changed };
  uploadStore.setState(({ uploads }) => ({ uploads: uploads.map((upload) => (upload.key === key ? after : upload)) }));
  const isKept = 'place' in changed || 'address' in changed || 'fileId' in changed || 'name' in changed;
  if (isKept) keepUpload(after);
}

function startNext(): void {
  const free = MOST_AT_ONCE - running.size;
  if (free <= 0) return;
  const next = uploadStore.getState().uploads.filter(({ state }) => state === 'queued');
  for (const { key } of next.slice(0, free)) start(key);
}

function start(key: string): void {
  const upload = findUpload(key);
  const file = bytes.get(key);
  if (!upload || !file) {
    change(key, { state: 'lost' });
    return;
  }
  change(key, { state: 'uploading', error: null });
  const end = (changed: Partial<Upload>) => {
    running.delete(key);
    change(key, changed);
    startNext();
  };
  const told: UploadListener = {
    onProgress: (sentBytes) => change(key, { state: 'uploading', sentBytes }),
    onAddress: (address) => change(key, { address }),
    onWaiting: (error) => change(key, { state: 'waiting', error }),
    onDone: (fileId) => {
      bytes.delete(key);
      void forgetBytes(key);
      end({ state: 'complete', fileId, sentBytes: file.size, error: null });
    },
    onRefused: (error) => end({ state: 'refused', error, address: null }),
    onUnreadable: () => end({ state: 'unreadable' }),
  };
  running.set(key, uploadFile(file, upload, told));
}

/** Whether this page is at it, so that no other takes it over. */
export const isHere = (key: string): boolean => findUpload(key) !== undefined;
