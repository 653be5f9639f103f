import { createStore, type StoreApi } from 'zustand/vanilla';
import { newRequestId } from '../../lib/request-id.ts';
import { type RunningUpload, uploadFile } from '../../lib/upload-file.ts';

/** A file on its way into the office. `fileId` is null until it is there whole. */
export type UploadedFile = {
  key: string;
  file: File;
  sentBytes: number;
  state: 'uploading' | 'complete' | 'failed';
  fileId: string | null;
};

/** The files of one form, sent whether or not it is shown. */
export type UploadStore = {
  readonly state: StoreApi<{ uploads: readonly UploadedFile[] }>;
  add(file: File): void;
  retry(upload: UploadedFile): void;
  remove(key: string): void;
  clear(): void;
};

/** Those of forms that are left and come back to. They live as long as the page: a browser keeps no chosen file longer. */
const stores = new Map<string, UploadStore>();

/** The files that belong to a place, wherever one was in between. */
export function uploadStoreOf(place: string): UploadStore {
  const store = stores.get(place) ?? makeUploadStore();
  stores.set(place, store);
  return store;
}

/** The files of a form that is over when it is closed. */
export function makeUploadStore(): UploadStore {
  const state = createStore<{ uploads: readonly UploadedFile[] }>(() => ({ uploads: [] }));
  const running = new Map<string, RunningUpload>();
  const find = (key: string) => state.getState().uploads.find((one) => one.key === key);
  const change = (key: string, changed: Partial<UploadedFile>) =>
    state.setState(({ uploads }) => ({
      uploads: uploads.map((upload) => (upload.key === key ? { ...upload, ...changed } : upload)),
    }));

  const start = async ({ key, file }: UploadedFile) => {
    change(key, { state: 'uploading' });
    try {
      const handle = await uploadFile(file, {
        onProgress: (sentBytes) => change(key, { sentBytes }),
        onDone: (fileId) => change(key, { state: 'complete', fileId, sentBytes: file.size }),
        onFailed: () => change(key, { state: 'failed' }),
      });
      // Taken out before it had begun.
      if (find(key)) running.set(key, handle);
      else handle.cancel();
    } catch {
      // What sends files could not be loaded itself: another try loads it.
      change(key, { state: 'failed' });
    }
  };

  return {
    state,
    add: (file) => {
      const upload: UploadedFile = { key: newRequestId(), file, sentBytes: 0, state: 'uploading', fileId: null };
      state.setState(({ uploads }) => ({ uploads: [...uploads, upload] }));
      void start(upload);
    },
    retry: (upload) => void start(upload),
    remove: (key) => {
      if (find(key)?.state !== 'complete') running.get(key)?.cancel();
      running.delete(key);
      state.setState(({ uploads }) => ({ uploads: uploads.filter((one) => one.key !== key) }));
    },
    clear: () => state.setState({ uploads: [] }),
  };
}
