import { LIMITS } from '@congso/contract/limits';
import { formatFileSize } from '@congso/language/file-sizes';
import { useCallback, useRef, useState } from 'react';
import { useLanguage, useSay } from '../../lib/language.ts';
import { newRequestId } from '../../lib/request-id.ts';
import { showToast } from '../../lib/toast.ts';
import { isSmallEnough, type RunningUpload, uploadFile } from '../../lib/upload-file.ts';

/** A file on its way into the office. `fileId` is null until it is there whole. */
export type UploadedFile = {
  key: string;
  file: File;
  sentBytes: number;
  state: 'uploading' | 'complete' | 'failed';
  fileId: string | null;
};

/** The files a form is going to name: `add` starts sending them at once, `fileIds` are those that have arrived. */
export function useUploads() {
  const say = useSay();
  const language = useLanguage();
  const [uploads, setUploads] = useState<readonly UploadedFile[]>([]);
  const running = useRef(new Map<string, RunningUpload>());

  const change = useCallback((key: string, changed: Partial<UploadedFile>) => {
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...changed } : upload)));
  }, []);

  const start = useCallback(
    async (key: string, file: File) => {
      change(key, { state: 'uploading' });
      const handle = await uploadFile(file, {
        onProgress: (sentBytes) => change(key, { sentBytes }),
        onDone: (fileId) => change(key, { state: 'complete', fileId, sentBytes: file.size }),
        onFailed: () => change(key, { state: 'failed' }),
      });
      running.current.set(key, handle);
    },
    [change],
  );

  const add = (files: readonly File[]) => {
    for (const file of files) {
      if (!isSmallEnough(file)) {
        const limit = formatFileSize(LIMITS.fileBytes, language);
        void showToast({ message: say('files.tooLarge', { name: file.name, limit }), isError: true });
        continue;
      }
      const key = newRequestId();
      setUploads((all) => [...all, { key, file, sentBytes: 0, state: 'uploading', fileId: null }]);
      void start(key, file);
    }
  };

  const remove = (key: string) => {
    const upload = uploads.find((one) => one.key === key);
    if (upload?.state !== 'complete') running.current.get(key)?.cancel();
    running.current.delete(key);
    setUploads((all) => all.filter((one) => one.key !== key));
  };

  return {
    uploads,
    add,
    remove,
    retry: (upload: UploadedFile) => void start(upload.key, upload.file),
    /** Once they were named in a command. */
    clear: () => setUploads([]),
    fileIds: uploads.flatMap(({ fileId }) => (fileId === null ? [] : [fileId])),
    /** Something has not arrived; a failed file too, until it is sent again or taken out: no form may lose one. */
    isUploading: uploads.some(({ state }) => state !== 'complete'),
  };
}

export type Uploads = ReturnType<typeof useUploads>;
