import { normalizeLine } from '@congso/language/normalize';

const LONGEST = 200;
/** Names Windows gives to devices: a file so called cannot be saved or does not stay a file. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * A sender's file name made safe to show and to save: one line, no path, no control or direction-changing character
 * ("gpj.exe" shown backwards), no device, not hidden, at most 200 characters with the extension kept.
 */
export function safeAttachmentName(sent: string | undefined, index: number): string {
  const line = normalizeLine((sent ?? '').slice(-4000));
  const lastPart = line.split(/[/\\]/).at(-1) ?? '';
  const name = lastPart
    .replace(/[<>:"|?*\u{E000}-\u{F8FF}]|\p{Cs}/gu, '_')
    .replace(/^[.\s]+|[.\s]+$/gu, '')
    .replace(DEVICE, '_$&');
  if (name === '') return `attachment-${index + 1}`;
  if (name.length <= LONGEST) return name;
  const extension = /\.[\p{L}\d]{1,10}$/u.exec(name)?.[0] ?? '';
  return wellFormed(name.slice(0, LONGEST - extension.length)) + extension;
}

/** Cutting may have halved a character of two code units. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}$/u, '');
}
