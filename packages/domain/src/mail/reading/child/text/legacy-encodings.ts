import type { ParsedMail } from '@congso/contract/mail-reading';
import iconv from 'iconv-lite';

export type LegacyEncoding = NonNullable<ParsedMail['legacyEncoding']>;

/**
 * Whether an HTML letter was written for a TCVN3 (ABC) or VNI font. These are encodings no charset label names: only
 * the font tells (".VnTime", "VNI-Times"); with any other font the same bytes are other letters.
 */
export function detectLegacyEncoding(html: string): LegacyEncoding | null {
  const font = /(?:face\s{0,3}=|font-family\s{0,3}:)\s{0,3}(?:["']|&quot;)?\s{0,3}(\.Vn[A-Z]|VNI-)/i.exec(html)?.[1];
  if (font === undefined) return null;
  return font.startsWith('.') ? 'tcvn3' : 'vni';
}

/** The text in Unicode, as well as it can be; a text that already has letters beyond Latin-1 is left as it is. */
export function fromLegacyEncoding(text: string, encoding: LegacyEncoding): string {
  // A field with its own right charset stands in the same message as a body in font letters.
  if (/[\u0100-\u1EFF]/.test(text)) return text;
  return encoding === 'vni' ? fromVni(text) : iconv.decode(iconv.encode(text, 'windows-1252'), 'tcvn').normalize('NFC');
}

const ACUTE = '\u0301';
const GRAVE = '\u0300';
const HOOK = '\u0309';
const TILDE = '\u0303';
const DOT = '\u0323';
const CIRCUMFLEX = '\u0302';
const BREVE = '\u0306';

/** VNI writes a vowel, then a letter that stands for its marks. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  ù: ACUTE,
  ø: GRAVE,
  û: HOOK,
  õ: TILDE,
  ï: DOT,
  â: CIRCUMFLEX,
  á: CIRCUMFLEX + ACUTE,
  à: CIRCUMFLEX + GRAVE,
  å: CIRCUMFLEX + HOOK,
  ã: CIRCUMFLEX + TILDE,
  ä: CIRCUMFLEX + DOT,
  ê: BREVE,
  é: BREVE + ACUTE,
  è: BREVE + GRAVE,
  ú: BREVE + HOOK,
  ü: BREVE + TILDE,
  ë: BREVE + DOT,
};
/** ... and one letter for these. */
const VNI_LETTERS: Readonly<Record<string, string>> = { ô: 'ơ', ö: 'ư', ñ: 'đ', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' };
const VNI = /([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ôöñæóòî]/giu;

function fromVni(text: string): string {
  return text
    .replace(VNI, (found: string, vowel?: string, mark?: string) => {
      const letter = vowel ?? found;
      const lower = VNI_LETTERS[letter.toLowerCase()] ?? letter.toLowerCase();
      const base = letter === letter.toLowerCase() ? lower : lower.toUpperCase();
      return base + (mark === undefined ? '' : (VNI_MARKS[mark.toLowerCase()] ?? mark));
    })
    .normalize('NFC');
}
