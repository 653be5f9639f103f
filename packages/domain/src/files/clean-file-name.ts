// Controls, and the marks that turn the direction of text: "annexe\u202efdp.exe" would be read as "annexeexe.pdf".
const HIDDEN = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
// What a path or a Windows file name must not hold.
const RESERVED = /[<>:"/\\|?*]/g;

/**
 * A name a person may safely save a file under: no folders, no controls, no dots at its ends, NFC, at most `max` code
 * units with its extension kept. Never empty.
 */
export function cleanFileName(name: string, max: number): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(HIDDEN, '')
    .replace(RESERVED, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (clean === '') return 'file';
  if (clean.length <= max) return clean;
  const extension = /\.[^.]{1,12}$/.exec(clean)?.[0] ?? '';
  // Cut between characters, never through one.
  const stem = Array.from(clean.slice(0, clean.length - extension.length));
  while (stem.join('').length > max - extension.length) stem.pop();
  return stem.join('') + extension;
}
