import { renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bodyEncodingSchema } from '@congso/contract/mail-reading';
import { z } from 'zod';
import type { Resolve } from './ask-over.ts';
import { RESULT_FILE, type ReadResult } from './child-result.ts';
import { type ReadingLimits, readingLimitsSchema } from './limits.ts';

/** Who sent a mail, as the gateway saw it; never as the message tells it. */
export const envelopeSchema = z.object({
  ip: z.string(),
  helo: z.string(),
  /** MAIL FROM, '' for the null sender. */
  from: z.string(),
});
export type Envelope = z.infer<typeof envelopeSchema>;

/**
 * What the child can be told to do. Two tasks, not one: a message that kills the parser still gets its sender's
 * verdict, and "ask the DNS again later" need not parse again.
 */
export const childTaskSchema = z.discriminatedUnion('task', [
  z.object({
    task: z.literal('read'),
    rawFile: z.string(),
    folder: z.string(),
    envelopeFrom: z.string().nullable(),
    limits: readingLimitsSchema,
    /** What a clerk chose the body to be read as. */
    encoding: bodyEncodingSchema.nullable(),
  }),
  z.object({
    task: z.literal('authenticate'),
    rawFile: z.string(),
    folder: z.string(),
    envelope: envelopeSchema,
    /** `ip:port`; empty for the system's own. */
    dnsServers: z.array(z.string()),
    dnsBudgetMs: z.number().int().positive(),
  }),
]);
export type ChildTask = z.infer<typeof childTaskSchema>;

/** The task of a command line. Throws on anything else: that is our own fault, not the sender's. */
export function readTask(argument: string): ChildTask {
  return childTaskSchema.parse(JSON.parse(argument));
}

/** Loads the libraries of every task, for a child that is to serve many. */
export async function loadAll(): Promise<void> {
  await Promise.all([
    import('./verify-sender.ts'),
    import('./message/parse-message.ts'),
    import('./files/look-into-file.ts'),
    import('./read-pdf-text.ts').then(({ loadPdfReader }) => loadPdfReader()),
  ]);
}

/**
 * Does a task and leaves its result in the folder. Each half loads only its own libraries.
 *
 * @param resolve asks the DNS, for the task that has questions
 */
export async function runTask(task: ChildTask, resolve: Resolve): Promise<void> {
  if (task.task === 'authenticate') {
    const { verifySender } = await import('./verify-sender.ts');
    leave(task.folder, await verifySender(task, resolve));
    return;
  }
  const { folder, limits } = task;
  const { parseMessage } = await import('./message/parse-message.ts');
  const nothingElse = { attachments: [], pdfTexts: [], pdfsWithoutText: 0 };
  const { mail, attachments } = await parseMessage(task, (mail) =>
    // Left before anything else is parsed: of a letter that takes the child down, sender and subject remain.
    leave(folder, { ...nothingElse, mail, isWhole: false } satisfies ReadResult),
  );
  const pdfs = attachments.filter(isPdf);
  const result: ReadResult = { mail, attachments, pdfTexts: [], pdfsWithoutText: pdfs.length, isWhole: true };
  // Left before the files are opened: one that takes the child down costs its own text only, not the letter's.
  leave(folder, result);
  await lookIntoFiles(folder, result, limits);
}

const isPdf = ({ mime, isDecoration }: ReadResult['attachments'][number]): boolean =>
  mime === 'application/pdf' && !isDecoration;

/** Looks into one file after the other. What time, number or size leaves no room for stays told as not looked into. */
async function lookIntoFiles(folder: string, result: ReadResult, limits: ReadingLimits): Promise<void> {
  if (result.attachments.length === 0) return;
  const { lookIntoFile } = await import('./files/look-into-file.ts');
  const bounds = { pdfPages: limits.pdfPages, until: Date.now() + limits.lookingMs };
  let pdfs = 0;
  for (const [index, attachment] of result.attachments.entries()) {
    const { file, name, mime, size, isDecoration } = attachment;
    if (Date.now() > bounds.until) return;
    if (isDecoration || size > limits.lookedIntoBytes) continue;
    if (isPdf(attachment)) {
      pdfs += 1;
      if (pdfs > limits.pdfs) continue;
    }
    const { pdf, ...looked } = await lookIntoFile({ name, mime, bytes: await readFile(join(folder, file)) }, bounds);
    Object.assign(attachment, looked);
    if (pdf !== null) {
      result.pdfTexts.push({ ...pdf, attachment: index });
      result.pdfsWithoutText -= 1;
    }
    leave(folder, result);
  }
}

/** Whole or not at all: the parent may kill this process at any moment and read what is there. */
function leave(folder: string, result: unknown): void {
  const unfinished = join(folder, `${RESULT_FILE}.part`);
  writeFileSync(unfinished, JSON.stringify(result));
  renameSync(unfinished, join(folder, RESULT_FILE));
}
