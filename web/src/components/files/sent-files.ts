import { readPageOwner } from '../../realtime/page-owner.ts';
import type { UploadedFile } from './upload-stores.ts';

type SentFile = Pick<UploadedFile, 'key' | 'name' | 'size' | 'fileId'>;

const keyOf = (place: string): string => `congso.uploads:${readPageOwner()}:${place}`;

/** The files of a form that had arrived before this tab was loaded anew. A browser keeps no chosen file, only these. */
export function readSentFiles(place: string): UploadedFile[] {
  const kept = sessionStorage.getItem(keyOf(place));
  const sent = kept === null ? [] : (JSON.parse(kept) as SentFile[]);
  return sent.map((file) => ({ ...file, sentBytes: file.size, state: 'complete', error: null }));
}

/** Keeps those that have arrived beside what was typed, for this tab. */
export function keepSentFiles(place: string, uploads: readonly UploadedFile[]): void {
  const sent: SentFile[] = uploads
    .filter(({ fileId }) => fileId !== null)
    .map(({ key, name, size, fileId }) => ({ key, name, size, fileId }));
  try {
    if (sent.length === 0) sessionStorage.removeItem(keyOf(place));
    else sessionStorage.setItem(keyOf(place), JSON.stringify(sent));
  } catch {
    // The tab's storage is full: they are there as long as the page lives.
  }
}
