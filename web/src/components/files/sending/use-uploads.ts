import { LIMITS } from '@congso/contract/limits';
import { formatFileSize } from '@congso/language/file-sizes';
import { useState } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useLanguage, useSay } from '../../../lib/language.ts';
import { isSmallEnough } from '../../../lib/upload-file.ts';
import { readKeptUploads } from './kept-uploads.ts';
import { isOnItsWay, isStuck } from './upload.ts';
import {
  addUpload,
  forgetUploads,
  isHere,
  listUploads,
  removeUpload,
  replaceUpload,
  retryUpload,
  uploadStore,
} from './upload-store.ts';

/**
 * The files a form is going to name: `add` starts sending them at once, `fileIds` are those that have arrived.
 * They are there still when one has looked at something else meanwhile, and after the tab was closed.
 *
 * @param place where they belong: `conversation:<id>`, or the name of the form's draft
 */
export function useUploads(place: string) {
  const say = useSay();
  const language = useLanguage();
  const uploads = useStore(
    uploadStore,
    useShallow((state) => state.uploads.filter((upload) => upload.place === place)),
  );
  // Until they are there again, whatever is sent would go without them.
  const isComingBack = useStore(
    uploadStore,
    ({ isResumed }) => !isResumed && readKeptUploads().some((kept) => kept.place === place && !isHere(kept.key)),
  );
  const [notTaken, setNotTaken] = useState<readonly string[]>([]);

  /** Takes what there is room for; what it does not take it says, with the reason. */
  const add = (files: readonly File[]) => {
    const small = files.filter(isSmallEnough);
    const limit = formatFileSize(LIMITS.fileBytes, language);
    const tooLarge = files.filter((file) => !small.includes(file));
    const room = Math.max(0, LIMITS.messageFiles - listUploads(place).length);
    const tooMany = small.slice(room);
    for (const file of small.slice(0, room)) addUpload(place, file);
    const names = namesOf(tooMany);
    setNotTaken([
      ...tooLarge.map(({ name }) => say('files.tooLarge', { name, limit })),
      ...(tooMany.length === 0
        ? []
        : [say('files.tooMany', { most: LIMITS.messageFiles, count: tooMany.length, names })]),
    ]);
  };

  return {
    uploads,
    add,
    /** Says why nothing of what was dropped was taken. */
    sayNotTaken: (sentence: string) => setNotTaken([sentence]),
    notTaken,
    remove: removeUpload,
    retry: retryUpload,
    replace: replaceUpload,
    /** Once they were named in a command. */
    clear: () => {
      forgetUploads(listUploads(place).map(({ key }) => key));
      setNotTaken([]);
    },
    fileIds: uploads.flatMap(({ fileId }) => (fileId === null ? [] : [fileId])),
    /** Something has not arrived; a stuck file too, until it is sent again or taken out: no form may lose one. */
    isUploading: isComingBack || uploads.some(({ state }) => state !== 'complete'),
    isComingBack,
    isOnItsWay: uploads.some(isOnItsWay),
    isStuck: uploads.some(isStuck),
  };
}

export type Uploads = ReturnType<typeof useUploads>;

const MOST_NAMES = 3;
const namesOf = (files: readonly File[]): string =>
  files
    .slice(0, MOST_NAMES)
    .map(({ name }) => name)
    .join(', ') + (files.length > MOST_NAMES ? '…' : '');
