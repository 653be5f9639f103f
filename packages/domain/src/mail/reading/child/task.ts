import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
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

/** Does a task and leaves its result in the folder. Each half loads only its own libraries. */
export async function runTask(task: ChildTask): Promise<void> {
  if (task.task === 'authenticate') {
    const { verifySender } = await import('./verify-sender.ts');
    await leave(task.folder, await verifySender(task));
    return;
  }
  const { parseMessage } = await import('./message/parse-message.ts');
  const { mail, attachments } = await parseMessage(task.rawFile, task.folder, task.envelopeFrom, task.limits);
  const result: ReadResult = { mail, attachments, pdfTexts: [], pdfsWithoutText: 0 };
  // Left before the PDFs are opened: one that takes the child down costs its own text only, not the letter's.
  await leave(task.folder, result);
  await readPdfs(task.folder, result, task.limits);
}

async function readPdfs(folder: string, result: ReadResult, limits: ReadingLimits): Promise<void> {
  const pdfs = result.attachments.flatMap(({ mime, file }, index) =>
    mime === 'application/pdf' ? [{ file, index }] : [],
  );
  result.pdfsWithoutText = pdfs.length;
  if (pdfs.length === 0) return;
  await leave(folder, result);
  const { readPdfText } = await import('./read-pdf-text.ts');
  const until = Date.now() + limits.pdfMs;
  for (const { file, index } of pdfs.slice(0, limits.pdfs)) {
    if (Date.now() > until) return;
    const text = await readPdfText(join(folder, file), index, limits.pdfPages).catch(unreadable);
    if (text === null) continue;
    result.pdfTexts.push(text);
    result.pdfsWithoutText -= 1;
    await leave(folder, result);
  }
}

/** A damaged or encrypted PDF is counted among those without text, which the clerk is told; no reader at all is our fault. */
function unreadable(error: NodeJS.ErrnoException): null {
  if (error.code === 'ERR_MODULE_NOT_FOUND') throw error;
  return null;
}

/** Whole or not at all: the parent may kill this process at any moment and read what is there. */
async function leave(folder: string, result: unknown): Promise<void> {
  const unfinished = join(folder, `${RESULT_FILE}.part`);
  await writeFile(unfinished, JSON.stringify(result));
  await rename(unfinished, join(folder, RESULT_FILE));
}
