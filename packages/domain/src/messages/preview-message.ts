import type { SentFact } from '@congso/contract/chat';

const LENGTH = 140;

/** The beginning of a message on one line, or the name of its first file: for lists. */
export function previewMessage({ text, files }: Pick<SentFact, 'text' | 'files'>): string {
  const line = (text || files[0]?.name || '').replace(/\s+/g, ' ');
  // Cut between characters: half a character would be shown as a box.
  return line.length <= LENGTH ? line : `${Array.from(line).slice(0, LENGTH).join('')}…`;
}
