import { z } from 'zod';
import { INVISIBLE_CHARACTERS } from './invisible.ts';

// A line break in one line, a NUL anywhere, is no slip of a pasting person: it would break a log's line or end a string.
const CONTROL = /[\p{Cc}\u2028\u2029]/u;
const CONTROL_IN_TEXT = /(?![\n\t])\p{Cc}/u;

/** Half of a character, as a cut through one leaves it: no text anywhere, and shown nowhere. */
const HALVES = /\p{Cs}/gu;

/** Nobody who is refused for what cannot be seen could find it, so it is taken out. */
const withoutUnseen = (text: string): string => text.replace(INVISIBLE_CHARACTERS, '').replace(HALVES, '');
const cleanLine = (text: string): string => withoutUnseen(text).normalize('NFC').trim().replace(/ +/g, ' ');
/** Word processors and PDFs break lines in other ways too: vertical tab, form feed, U+2028, U+2029. */
const cleanText = (text: string): string =>
  withoutUnseen(text)
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

/** What somebody looks for: a few words. What is no text in it (a NUL would end it in the database) parts two words. */
export const searchedSchema = z
  .string()
  .max(100)
  .transform((text) => text.replace(/[\p{Cc}\p{Cs}]/gu, ' '));
