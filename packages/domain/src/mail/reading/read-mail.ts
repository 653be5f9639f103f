import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BodyEncoding, MailAttachment, ParsedMail } from '@congso/contract/mail-reading';
import { type PdfText, RESULT_FILE, type ReadResult, readResultSchema } from './child/child-result.ts';
import { READING_LIMITS, type ReadingLimits } from './child/limits.ts';
import type { ChildCommand, ChildFailure, ChildLimits } from './children/limited-child.ts';
import { defaultChildCommand, type RunChild, runLimitedChild } from './run-limited-child.ts';

/** An attachment with the file it was written to, in the output folder. */
export interface ReadAttachment extends MailAttachment {
  path: string;
}

/** A message as far as it could be read. Never an exception for what a sender wrote. */
export type ReadMail =
  | {
      outcome: 'read';
      mail: ParsedMail;
      attachments: ReadAttachment[];
      pdfTexts: PdfText[];
      /** PDFs that gave no text. */
      pdfsWithoutText: number;
      /** What ended the child behind the letter, over a PDF; null where it came to its end. */
      failure: ChildFailure | null;
    }
  | {
      outcome: 'original-only';
      reason: 'time' | 'memory' | 'malformed';
      /** Sender, subject and date, where at least the header could be read. */
      mail: ParsedMail | null;
    };

/** What to read, and within which bounds. */
export interface ReadMailOptions {
  /** Path of the raw message as it was received. */
  rawFile: string;
  /** An empty folder of this reading's own: attachments are written here; the caller removes it. */
  folder: string;
  /** MAIL FROM, '' for the null sender, null where it is not known. */
  envelopeFrom: string | null;
  limits?: ReadingLimits;
  /** What a clerk chose the body to be read as. */
  encoding?: BodyEncoding | null;
  /** Of the child; those left out are the longest it may have. */
  childLimits?: Partial<ChildLimits>;
  command?: ChildCommand;
  /** Only for letters of our own making, as those of the demonstration office. */
  run?: RunChild;
}

const LONGEST: ChildLimits = { timeoutMs: 30_000, memoryBytes: 700 * 1024 * 1024 };
const LARGEST_RESULT = 16 * 1024 * 1024;

/**
 * Reads a mail in a limited child. The child holds parsers of hostile content, so what it leaves is believed no more
 * than the mail itself: its form is checked, its files are looked at. Throws only for our own faults (no disk, no
 * process, a child killed by somebody else); those are worth a retry, an `original-only` is not.
 */
export async function readMail(options: ReadMailOptions): Promise<ReadMail> {
  const { rawFile, folder, envelopeFrom, limits = READING_LIMITS, encoding = null, run = runLimitedChild } = options;
  await (await open(rawFile, 'r')).close();
  const failure = await run(
    { task: 'read', rawFile, folder, envelopeFrom, limits, encoding },
    options.command ?? defaultChildCommand(),
    { ...LONGEST, ...options.childLimits },
  );
  if (failure === 'fault') throw new Error(`the child that was to read a mail failed, and not by the mail: ${folder}`);
  const result = await resultIn(folder);
  // A child that died over a PDF had left the letter before.
  if (result === null) return { outcome: 'original-only', reason: reasonOf(failure), mail: null };
  if (!result.isWhole) return { outcome: 'original-only', reason: reasonOf(failure), mail: result.mail };
  const attachments: ReadAttachment[] = [];
  for (const { file, ...attachment } of result.attachments) {
    const path = join(folder, file);
    if (!(await isFileOf(path, attachment))) return { outcome: 'original-only', reason: 'malformed', mail: null };
    attachments.push({ ...attachment, path });
  }
  const { mail, pdfTexts, pdfsWithoutText } = result;
  return { outcome: 'read', mail, attachments, pdfTexts, pdfsWithoutText, failure };
}

function reasonOf(failure: ChildFailure | null): 'time' | 'memory' | 'malformed' {
  return failure === 'time' || failure === 'memory' ? failure : 'malformed';
}

/** The child's result, or null where it left none, or none of the agreed form. */
async function resultIn(folder: string): Promise<ReadResult | null> {
  const path = join(folder, RESULT_FILE);
  const stat = await lstat(path).catch(missing);
  if (stat === null || !stat.isFile() || stat.size > LARGEST_RESULT) return null;
  const parsed = readResultSchema.safeParse(jsonOf(await readFile(path, 'utf8')));
  return parsed.success ? parsed.data : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether the path is a plain file (no link out of the folder) of the size and content the child told. */
async function isFileOf(path: string, { size, sha256 }: MailAttachment): Promise<boolean> {
  const stat = await lstat(path).catch(missing);
  if (stat === null || !stat.isFile() || stat.size !== size) return false;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex') === sha256;
}

function missing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
