import { files } from '@congso/domain/files/file-model';
import { mails } from '@congso/domain/mail/mail-model';
import type { BlobStore } from '@congso/domain/stores/blobs';
import { readLines } from './line-file.ts';
import type { backupPaths } from './manifest.ts';

type MailLine = { _id: string; state: string; rawSha256: string | null };
type FileLine = { sha256: string; place: { kind: string; id: string } | null };

/**
 * Compares the records of a dump with a blob store: what lies in a folder cannot tell what is missing from it (a disk
 * that is not mounted, another folder than the office's).
 *
 * @returns how many contents are named and not there, and the first of them (a SHA-256); null when all are there
 */
export async function findMissing(
  paths: ReturnType<typeof backupPaths>,
  blobs: BlobStore,
): Promise<{ count: number; first: string } | null> {
  const missing = new Set<string>();
  for await (const sha256 of listNamed(paths)) if (!(await blobs.has(sha256))) missing.add(sha256);
  const [first] = missing;
  return first === undefined ? null : { count: missing.size, first };
}

/** The contents that records name. Of a letter that is being emptied the bytes may have gone before the records did. */
async function* listNamed(paths: ReturnType<typeof backupPaths>): AsyncIterable<string> {
  const emptied = new Set<string>();
  for await (const line of readLines(paths.collection(mails.name))) {
    const { _id, state, rawSha256 } = JSON.parse(line) as MailLine;
    if (state === 'quarantined' || state === 'destroyed') emptied.add(_id);
    if (state !== 'destroyed' && rawSha256 !== null) yield rawSha256;
  }
  for await (const line of readLines(paths.collection(files.name))) {
    const { sha256, place } = JSON.parse(line) as FileLine;
    if (!(place?.kind === 'mail' && emptied.has(place.id))) yield sha256;
  }
}
