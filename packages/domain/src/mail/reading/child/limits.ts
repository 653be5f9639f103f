import { z } from 'zod';

/** How much of one message is read. Sizes in bytes of decoded content. */
export const readingLimitsSchema = z.object({
  /** Attachments kept; the rest stays in the original only. */
  attachments: z.number().int().positive(),
  attachmentBytes: z.number().int().positive(),
  /** All text and HTML parts together, in bytes as sent; the result holds at most 1 MiB of each. */
  textBytes: z.number().int().positive(),
  /** A file larger than this is not looked into: whoever reads one holds it whole. */
  lookedIntoBytes: z.number().int().positive(),
  /** Milliseconds for looking into all files together. */
  lookingMs: z.number().int().positive(),
  /** PDFs whose text is read, and pages of each. Those left out are counted and told. */
  pdfs: z.number().int().nonnegative(),
  pdfPages: z.number().int().positive(),
});
export type ReadingLimits = z.infer<typeof readingLimitsSchema>;

/** A letter with its annexes is far below these; a hostile message ends at them. */
export const READING_LIMITS: ReadingLimits = {
  attachments: 200,
  attachmentBytes: 100 * 1024 * 1024,
  textBytes: 2 * 1024 * 1024,
  lookedIntoBytes: 40 * 1024 * 1024,
  lookingMs: 8_000,
  pdfs: 20,
  pdfPages: 30,
};
