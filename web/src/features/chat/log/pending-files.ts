import { readKeptUploads } from '../../../components/files/sending/kept-uploads.ts';
import type { Upload } from '../../../components/files/sending/upload.ts';
import {
  findUpload,
  forgetUploads,
  moveUploads,
  removeUpload,
  takeOverUpload,
  uploadStore,
} from '../../../components/files/sending/upload-store.ts';
import { officeNow } from '../../../lib/time/office-clock.ts';
import { discardFile } from '../../../lib/upload-file.ts';
import { type PendingFile, type PendingMessage, withPendingChange } from './conversation-log.ts';
import { changeLog, logStoreOf } from './log-stores.ts';

// The files of messages that wait for them. A message goes when the last one has arrived; whoever sends it is told.

const PREFIX = 'message/';
/** Where the files of a message belong that waits for them. */
const placeOf = (conversationId: string, clientId: string): string => `${PREFIX}${conversationId}/${clientId}`;

const messageOf = (place: string): string[] => (place.startsWith(PREFIX) ? place.split('/').slice(1) : []);

/** So often it is asked whether the tab is gone that is at a file of a message of mine. */
const TAKE_OVER_MS = 10_000;

export const isComplete = ({ files }: PendingMessage): boolean => files.every(({ id }) => id !== null);

/** Gives a message the files that were chosen for it. Those that have arrived are its own, the others follow. */
export function takeFiles(uploads: readonly Upload[], conversationId: string, clientId: string): PendingFile[] {
  const underWay = uploads.filter(({ fileId }) => fileId === null).map(({ key }) => key);
  moveUploads(underWay, placeOf(conversationId, clientId));
  forgetUploads(uploads.filter(({ fileId }) => fileId !== null).map(({ key }) => key));
  return uploads.map(({ key, fileId, name, size }) => ({ key, id: fileId, name, size }));
}

/** Takes one file out of a message that is not sent; the office forgets it too. */
export function removePendingFile(conversationId: string, clientId: string, key: string): void {
  const message = findPending(conversationId, clientId);
  const file = message?.files.find((one) => one.key === key);
  if (!message || !file) return;
  freeFiles([file]);
  changeLog(conversationId, (log) =>
    withPendingChange(log, clientId, ({ files }) => ({ files: files.filter((one) => one.key !== key) })),
  );
}

/** They were to go with a message that is thrown away. */
export function freeFiles(files: readonly PendingFile[]): void {
  for (const { key, id } of files) {
    if (findUpload(key)) removeUpload(key);
    else if (id !== null) void discardFile(id);
  }
}

/** Notes every file that arrives for a message, and tells when a message has all of its own. */
export function followFiles(onComplete: (conversationId: string) => void): () => void {
  return uploadStore.subscribe(({ uploads }) => {
    for (const upload of uploads) {
      const [conversationId, clientId] = messageOf(upload.place);
      // Told of while the last one was noted, it is noted already.
      if (!conversationId || !clientId || upload.fileId === null || !findUpload(upload.key)) continue;
      note(conversationId, clientId, upload.key, upload.fileId);
      forgetUploads([upload.key]);
      onComplete(conversationId);
    }
  });
}

function note(conversationId: string, clientId: string, key: string, id: string): void {
  // Sent meanwhile by another tab, or thrown away: then it is nobody's.
  if (!findPending(conversationId, clientId)) return void discardFile(id);
  changeLog(conversationId, (log) =>
    withPendingChange(log, clientId, ({ files }) => ({
      files: files.map((file) => (file.key === key ? { ...file, id } : file)),
    })),
  );
}

/**
 * Goes on with the files that pages which are gone have left, and asks again as long as a message of mine waits for one
 * that another tab is at. One that nobody has is shown as lost; one that no message waits for any more is let go.
 */
export async function resumeFiles(conversationIds: readonly string[]): Promise<void> {
  const again = () => setTimeout(() => void resumeFiles(conversationIds), TAKE_OVER_MS);
  try {
    const { resumeUploads } = await import('../../../components/files/sending/resume-uploads.ts');
    await resumeUploads();
  } catch {
    // That part of the page did not come: the line is down, and it is asked for again.
    again();
    return;
  }
  const kept = new Set(readKeptUploads().map(({ key }) => key));
  let isAtAnother = false;
  for (const conversationId of conversationIds) {
    for (const { clientId, files } of logStoreOf(conversationId).getState().log.pending) {
      for (const { key, id, name, size } of files) {
        if (id !== null || findUpload(key)) continue;
        const place = placeOf(conversationId, clientId);
        if (kept.has(key)) isAtAnother = true;
        else takeOverUpload({ key, place, name, size, fileId: null, address: null, at: officeNow() }, null);
      }
    }
  }
  for (const { key, place } of uploadStore.getState().uploads) {
    const [conversationId, clientId] = messageOf(place);
    if (conversationId && clientId && !findPending(conversationId, clientId)) removeUpload(key);
  }
  if (isAtAnother) again();
}

function findPending(conversationId: string, clientId: string): PendingMessage | undefined {
  return logStoreOf(conversationId)
    .getState()
    .log.pending.find((message) => message.clientId === clientId);
}
