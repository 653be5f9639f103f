import { LIMITS } from '@congso/contract/limits';
import { formatFileSize } from '@congso/language/file-sizes';
import { useStore } from 'zustand';
import { useLanguage, useSay } from '../../lib/language.ts';
import { showToast } from '../../lib/toast.ts';
import { isSmallEnough } from '../../lib/upload-file.ts';
import { uploadStoreOf } from './upload-stores.ts';

/**
 * The files a form is going to name: `add` starts sending them at once, `fileIds` are those that have arrived.
 * They are there still when one has looked at something else meanwhile.
 *
 * @param place where they belong: `conversation:<id>`, or the name of the form's draft
 */
export function useUploads(place: string) {
  const say = useSay();
  const language = useLanguage();
  const store = uploadStoreOf(place);
  const uploads = useStore(store.state, (state) => state.uploads);

  const add = (files: readonly File[]) => {
    for (const file of files) {
      if (isSmallEnough(file)) {
        store.add(file);
        continue;
      }
      const limit = formatFileSize(LIMITS.fileBytes, language);
      void showToast({ message: say('files.tooLarge', { name: file.name, limit }), isError: true });
    }
  };

  return {
    uploads,
    add,
    remove: store.remove,
    retry: store.retry,
    /** Once they were named in a command. */
    clear: store.clear,
    fileIds: uploads.flatMap(({ fileId }) => (fileId === null ? [] : [fileId])),
    /** Something has not arrived; a failed file too, until it is sent again or taken out: no form may lose one. */
    isUploading: uploads.some(({ state }) => state !== 'complete'),
  };
}

export type Uploads = ReturnType<typeof useUploads>;
