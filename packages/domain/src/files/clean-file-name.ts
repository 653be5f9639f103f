import { normalizeLine } from '@congso/language/normalize';

// What a Windows file name must not hold, what has no meaning outside one machine, and halves of characters.
const RESERVED = /[<>:"|?*\u{E000}-\u{F8FF}]|\p{Cs}/gu;
/** Names Windows gives to devices: a file so called cannot be saved or does not stay a file. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
/** Of a longer name only its end is looked at: it holds the extension. */
const LONGEST_LOOKED_AT = 4_000;

/**
 * A name a person may safely see and save a file under: one line, NFC, no folders, nothing hidden, no device, no dots at
 * its ends, at most `max` code units with its extension kept. Where nothing is left of it, `nameless`.
 */
export function cleanFileName(name: string, max: number, nameless = 'file'): string {
  const last = normalizeLine(name.slice(-LONGEST_LOOKED_AT)).split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(RESERVED, '_')
    .replace(/^[.\s]+|[.\s]+$/gu, '')
    .replace(DEVICE, '_$&');
  if (clean === '') return nameless;
  if (clean.length <= max) return clean;
  const extension = /\.[\p{L}\d]{1,12}$/u.exec(clean)?.[0] ?? '';
  // Cut between characters, never through one.
  return clean.slice(0, max - extension.length).replace(/\p{Cs}$/u, '') + extension;
}
