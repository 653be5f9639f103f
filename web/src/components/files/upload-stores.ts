import { createStore, type StoreApi } from 'zustand/vanilla';
import { AskError } from '../../lib/ask-error.ts';
import { newRequestId } from '../../lib/requests/request-id.ts';
import { discardFile, type RunningUpload, uploadFile } from '../../lib/upload-file.ts';
import { keepSentFiles, readSentFiles } from './sent-files.ts';

/** A file on its way into the office. `fileId` is null until it is there whole; `error` says why it is not. */
export type UploadedFile = {
  key: string;
  name: string;
  size: number;
  sentBytes: number;
  state: 'uploading' | 'complete' | 'failed';
  fileId: string | null;
  error: AskError | null;
};

/** The files of one form, sent whether or not it is shown. */
export type UploadStore = {
  readonly state: StoreApi<{ uploads: readonly UploadedFile[] }>;
  add(file: File): void;
  retry(key: string): void;
  remove(key: string): void;
  clear(): void;
};

/**
 * Those of every form, to be there when one comes back to it: as long as the page lives, and those that have arrived
 * also after a reload. A page belongs to one person, and so do these.
 */
const stores = new Map<string, UploadStore>();

/** The files that belong to a place (`conversation:<id>`, or the name of a draft), wherever one was in between. */
export function uploadStoreOf(place: string): UploadStore {
  const store = stores.get(place) ?? makeUploadStore(place);
  stores.set(place, store);
  return store;
}

function makeUploadStore(place: string): UploadStore {
  const state = createStore<{ uploads: readonly UploadedFile[] }>(() => ({ uploads: readSentFiles(place) }));
  state.subscribe(({ uploads }) => keepSentFiles(place, uploads));
  const chosen = new Map<string, File>();
  const running = new Map<string, RunningUpload>();
  const find = (key: string) => state.getState().uploads.find((one) => one.key === key);
  const change = (key: string, changed: Partial<UploadedFile>) =>
    state.setState(({ uploads }) => ({
      uploads: uploads.map((upload) => (upload.key === key ? { ...upload, ...changed } : upload)),
    }));

  const start = async (key: string) => {
    const file = chosen.get(key);
    if (!file) return;
    change(key, { state: 'uploading', error: null });
    try {
      const handle = await uploadFile(file, {
        onProgress: (sentBytes) => change(key, { sentBytes }),
        onDone: (fileId) => change(key, { state: 'complete', fileId, sentBytes: file.size }),
        onFailed: (error) => change(key, { state: 'failed', error }),
      });
      // Taken out before it had begun.
      if (find(key)) running.set(key, handle);
      else handle.cancel();
    } catch {
      // What sends files could not be loaded itself: another try loads it.
      change(key, { state: 'failed', error: new AskError('UNREACHABLE') });
    }
  };
  const forget = (key: string) => {
    chosen.delete(key);
    running.delete(key);
  };

  return {
    state,
    add: (file) => {
      const { name, size } = file;
      const key = newRequestId();
      chosen.set(key, file);
      const upload: UploadedFile = { key, name, size, sentBytes: 0, state: 'uploading', fileId: null, error: null };
      state.setState(({ uploads }) => ({ uploads: [...uploads, upload] }));
      void start(key);
    },
    retry: (key) => void start(key),
    remove: (key) => {
      const fileId = find(key)?.fileId ?? null;
      if (fileId === null) running.get(key)?.cancel();
      else void discardFile(fileId);
      forget(key);
      state.setState(({ uploads }) => ({ uploads: uploads.filter((one) => one.key !== key) }));
    },
    clear: () => {
      for (const { key } of state.getState().uploads) forget(key);
      state.setState({ uploads: [] });
    },
  };
}
