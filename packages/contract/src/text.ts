import { z } from 'zod';
import { INVISIBLE_CHARACTERS } from './invisible.ts';

// A line break in one line, a NUL anywhere, is no slip of a pasting person: it would break a log's line or end a string.
const CONTROL = /[\p{Cc}\u2028\u2029]/u;
const CONTROL_IN_TEXT = /(?![\n\t])\p{Cc}/u;

/** Nobody who is refused for what cannot be seen could find it, so it is taken out. */
const cleanLine = (text: string): string =>
  text.replace(INVISIBLE_CHARACTERS, '').normalize('NFC').trim().replace(/ +/g, ' ');
/** Word processors and PDFs break lines in other ways too: vertical tab, form feed, U+2028, U+2029. */
const cleanText = (text: string): string =>
  text
    .replace(INVISIBLE_CHARACTERS, '')
    .normalize('NFC')
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
