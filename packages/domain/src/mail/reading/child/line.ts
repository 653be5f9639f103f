import { StringDecoder } from 'node:string_decoder';
import { z } from 'zod';
import { childTaskSchema } from './task.ts';

// What a child and whoever started it say to each other, one JSON text on a line of its own, over the descriptor below.

/** Number of the descriptor; the others lead nowhere. */
export const LINE_DESCRIPTOR = 3;
/** Given in place of a task: the child is told one after the other. */
export const SERVE = 'serve';

/** Exit code of a child that fell over the message (EX_DATAERR of sysexits.h). Any other but 0 is a fault of ours. */
export const FELL_OVER_MESSAGE = 65;

/** A child's questions and answers. It holds parsers of hostile content: nothing longer or other is believed. */
export const saidByChildSchema = z.discriminatedUnion('kind', [
  /** `isFit`: the task left nothing behind that the next one could meet. */
  z.object({ kind: z.literal('done'), isFit: z.boolean() }),
  /** A question to the DNS, which the child has no way to. */
  z.object({
    kind: z.literal('ask'),
    number: z.number().int(),
    name: z.string().max(255),
    type: z.enum(['TXT', 'A', 'AAAA', 'MX', 'PTR', 'CNAME', 'NS']),
  }),
]);
export type SaidByChild = z.infer<typeof saidByChildSchema>;

const saidToChildSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('do'), task: childTaskSchema }),
  /** Records as Node's resolver gives them, or the code of the error it throws. */
  z.object({
    kind: z.literal('answer'),
    number: z.number().int(),
    records: z.array(z.unknown()).nullable(),
    code: z.string(),
  }),
]);
export type SaidToChild = z.infer<typeof saidToChildSchema>;

export const parseSaidByChild = (line: string): SaidByChild => saidByChildSchema.parse(JSON.parse(line));
export const parseSaidToChild = (line: string): SaidToChild => saidToChildSchema.parse(JSON.parse(line));

/** Cuts what arrives into lines. Throws on one longer than `longest` characters. */
export function cutLines(longest: number, onLine: (line: string) => void): (chunk: Buffer) => void {
  const decoder = new StringDecoder('utf8');
  let begun = '';
  return (chunk) => {
    const lines = (begun + decoder.write(chunk)).split('\n');
    begun = lines.pop() ?? '';
    if (begun.length > longest || lines.some((line) => line.length > longest)) throw new Error('a line is too long');
    for (const line of lines) onLine(line);
  };
}
