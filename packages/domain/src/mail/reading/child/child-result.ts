import { mailAttachmentSchema, parsedMailSchema } from '@congso/contract/mail-reading';
import { z } from 'zod';

/** Text of a PDF's page with its place: `x`, `y` in points from the top left corner, `size` the height of the letters. */
const placedTextSchema = z.object({
  text: z.string().min(1).max(1000),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  size: z.number(),
});
export type PlacedText = z.infer<typeof placedTextSchema>;

/** What was read of one PDF: its first page with places (the heading has two columns), and all its pages as text. */
export const pdfTextSchema = z.object({
  /** Index of the PDF among the attachments. */
  attachment: z.number().int().nonnegative(),
  pageWidth: z.number(),
  firstPage: z.array(placedTextSchema).max(2000),
  /** What stands together on a line of a column, each on a line of its own: a stamp stands alone. */
  text: z.string().max(200_000),
});
export type PdfText = z.infer<typeof pdfTextSchema>;

/** The one file the child leaves. Attachment files are named by us, never by the sender: `a000`, `a001`, ... */
export const readResultSchema = z.object({
  mail: parsedMailSchema,
  attachments: z.array(mailAttachmentSchema.extend({ file: z.string().regex(/^a\d{3}$/) })).max(1000),
  pdfTexts: z.array(pdfTextSchema).max(20),
  /** Attachments that are PDFs but gave no text (scans, encrypted, damaged, too many, out of time). */
  pdfsWithoutText: z.number().int().nonnegative(),
  /** False where only the header was read, and what came behind it took the child down. */
  isWhole: z.boolean(),
});
export type ReadResult = z.infer<typeof readResultSchema>;

/** Name of the result in the output folder. */
export const RESULT_FILE = 'result.json';
