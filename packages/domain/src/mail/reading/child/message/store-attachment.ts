import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { LIMITS } from '@congso/contract/limits';
import { fileTypeFromFile } from 'file-type';
import type { AttachmentStream } from 'mailparser';
import { cleanFileName } from '../../../../files/clean-file-name.ts';
import { detectMime, isContainer } from '../../../../files/detect-mime.ts';
import { harmlessMime } from '../../../../files/harmless-mime.ts';
import { findSecrecyInFileName } from '../../phrases/find-marks.ts';
import type { ReadResult } from '../child-result.ts';
import { firstFindings } from '../files/first-findings.ts';
import { withoutEntities } from '../text/html-to-text.ts';
import { boundedLine } from './header-values.ts';

type StoredAttachment = ReadResult['attachments'][number];

/** What a part that has no name is called by, so that it can be opened: an attached letter seldom has one. */
const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['message/rfc822', '.eml'],
  ['text/calendar', '.ics'],
  ['text/plain', '.txt'],
]);

/** What is left of the budget for attachments; counted down by each. */
export interface AttachmentBudget {
  files: number;
  bytes: number;
}

/**
 * Streams an attachment into its own file, or reads past it where the budget is used up (an unread stream would stop
 * the parser for good). Returns null for one that was not kept whole; throws when it is cut off by the signal.
 */
export async function storeAttachment(
  attachment: AttachmentStream,
  folder: string,
  index: number,
  budget: AttachmentBudget,
  signal: AbortSignal,
): Promise<StoredAttachment | null> {
  const content = attachment.content as Readable;
  const isWithin = budget.files > 0 && budget.bytes > 0;
  const file = `a${String(index).padStart(3, '0')}`;
  let dropped = !isWithin;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      budget.bytes -= chunk.length;
      if (budget.bytes < 0) dropped = true;
      done(null, dropped ? undefined : chunk);
    },
  });
  if (isWithin) await pipeline(content, counted, createWriteStream(join(folder, file), { flags: 'wx' }), { signal });
  else await pipeline(content, readPast, { signal });
  attachment.release();
  if (dropped) return null;
  budget.files -= 1;

  const declaredMime = plainType(attachment.contentType);
  const sniffed = await fileTypeFromFile(join(folder, file));
  // Read as far as it takes; what shows nothing of itself is judged as an upload is.
  const mime =
    sniffed && !isContainer(sniffed.mime)
      ? harmlessMime(sniffed.mime)
      : await detectMime(join(folder, file), declaredMime);
  const nameless = `attachment-${index + 1}${EXTENSIONS.get(declaredMime) ?? ''}`;
  const name = cleanFileName(withoutEntities(attachment.filename ?? ''), LIMITS.fileName, nameless);
  return {
    file,
    name,
    declaredMime,
    mime,
    size: attachment.size,
    sha256: attachment.checksum,
    isDecoration: false,
    contentId: attachment.cid === undefined ? null : boundedLine(attachment.cid, 300) || null,
    findings: firstFindings(name, mime),
    secrecyMark: findSecrecyInFileName(name),
  };
}

async function readPast(chunks: AsyncIterable<Buffer>): Promise<void> {
  for await (const _chunk of chunks);
}

/** A declared type that has the form of one; anything else is bytes. */
function plainType(declared: string | undefined): string {
  const type = (declared ?? '').toLowerCase().slice(0, 150);
  return /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream';
}
