// Bidirectional controls let a file name or a person's name read differently from what it is (CVE-2021-42574).
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const CONTROLS = /[\p{Cc}\u2028\u2029\uFEFF]/gu;
const INVISIBLE = /[\u200B\u2060\u00AD]/g;

/** A text of several lines in which nothing reads backwards: a letter's number or sum would show as another. */
export const withoutDirections = (text: string): string => text.replace(BIDI, '');

/**
 * A one-line field (name, subject, title): NFC, no control or direction character, white space collapsed and trimmed.
 * Zero-width spaces and soft hyphens go too: two names that look the same must be the same.
 */
export function normalizeLine(text: string): string {
  return withoutDirections(text)
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(CONTROLS, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
