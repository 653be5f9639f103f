import { DIRECTION_CHARACTERS, INVISIBLE_CHARACTERS } from '@congso/contract/invisible';

const CONTROLS = /[\p{Cc}\u2028\u2029]/gu;

/** A text of several lines in which nothing reads backwards: a letter's number or sum would show as another. */
export const withoutDirections = (text: string): string => text.replace(DIRECTION_CHARACTERS, '');

/** A one-line field (name, subject, title): NFC, with no control and nothing invisible, white space collapsed and trimmed. */
export function normalizeLine(text: string): string {
  return text.replace(INVISIBLE_CHARACTERS, '').normalize('NFC').replace(CONTROLS, ' ').replace(/\s+/gu, ' ').trim();
}
