import { z } from 'zod';

/**
 * What has no shape of its own: zero-width spaces, soft hyphens, byte order marks, and what turns the direction of writing
 * (CVE-2021-42574), which can make a name read differently from what it is. It comes along with what is pasted and nobody
 * who is refused for it could find it, so it is taken out.
 */
const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
// A line break in one line, a NUL anywhere, is no slip of a pasting person: it would break a log's line or end a string.
const CONTROL = /[\p{Cc}\u2028\u2029]/u;
const CONTROL_IN_TEXT = /(?![\n\t])\p{Cc}/u;

const cleanLine = (text: string): string => text.normalize('NFC').replace(INVISIBLE, '').trim().replace(/ +/g, ' ');
/** Word processors and PDFs break lines in other ways too: vertical tab, form feed, U+2028, U+2029. */
const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/\r\n?|[\v\f\u2028\u2029]/g, '\n')
    .trim();

/** One line, NFC, trimmed, with nothing invisible in it, not empty: names, titles. */
export const lineSchema = (max: number) =>
  z
    .string()
    .transform(cleanLine)
    .pipe(
      z
        .string()
        .min(1)
        .max(max)
        .refine((text) => !CONTROL.test(text), 'control characters'),
    );

/** One line that may be empty. */
export const optionalLineSchema = (max: number) =>
  z
    .string()
    .transform(cleanLine)
    .pipe(
      z
        .string()
        .max(max)
        .refine((text) => !CONTROL.test(text), 'control characters'),
    );

/** Several lines, NFC, line ends made `\n`; may be empty. */
export const textSchema = (max: number) =>
  z
    .string()
    .transform(cleanText)
    .pipe(
      z
        .string()
        .max(max)
        .refine((text) => !CONTROL_IN_TEXT.test(text), 'control characters'),
    );

/** Several lines that must say something. */
export const saidSchema = (max: number) => textSchema(max).refine((text) => text.length > 0, 'empty');
