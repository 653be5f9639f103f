import { z } from 'zod';

// Controls, zero-width and bidirectional overrides can disguise a name or break a log line; one-line fields refuse them.
const HIDDEN = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
// In longer texts line breaks and tabs are wanted; other controls are not.
const HIDDEN_IN_TEXT = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** One line, NFC, trimmed, not empty: names, titles. */
export const lineSchema = (max: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').trim().replace(/ +/g, ' '))
    .pipe(
      z
        .string()
        .min(1)
        .max(max)
        .refine((text) => !HIDDEN.test(text), 'hidden characters'),
    );

/** One line that may be empty. */
export const optionalLineSchema = (max: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .max(max)
        .refine((text) => !HIDDEN.test(text), 'hidden characters'),
    );

/** Several lines, NFC, line ends made `\n`; may be empty. */
export const textSchema = (max: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .max(max)
        .refine((text) => !HIDDEN_IN_TEXT.test(text), 'control characters'),
    );

/** Several lines that must say something. */
export const saidSchema = (max: number) => textSchema(max).refine((text) => text.length > 0, 'empty');
