import { answerForUploads, withoutHeldElsewhere } from './held-elsewhere.ts';
import { forgetOtherBytes, readBytes } from './kept-bytes.ts';
import { listKeptKeys, readKeptUploads } from './kept-uploads.ts';
import { isHere, takeOverUpload, uploadStore } from './upload-store.ts';

/**
 * Goes on with the files that pages which are gone have left on this device, in the places for which they were chosen.
 * What another open tab is at stays with it.
 */
export async function resumeUploads(): Promise<void> {
  try {
    await takeOverAll();
  } finally {
    uploadStore.setState({ isResumed: true });
  }
  await forgetOtherBytes(listKeptKeys);
}

async function takeOverAll(): Promise<void> {
  answerForUploads(isHere);
  const kept = readKeptUploads().filter(({ key }) => !isHere(key));
  const free = new Set(await withoutHeldElsewhere(kept.map(({ key }) => key)));
  for (const upload of kept) {
    if (!free.has(upload.key) || isHere(upload.key)) continue;
    const file = upload.fileId === null ? await readBytes(upload.key) : null;
    if (!isHere(upload.key)) takeOverUpload(upload, file);
  }
}
