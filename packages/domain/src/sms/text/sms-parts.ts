/** How a text travels: encoding, its length in that encoding's units, and how many SMS are billed for it. */
export interface SmsParts {
  encoding: 'gsm7' | 'ucs2';
  units: number;
  parts: number;
}

// 3GPP TS 23.038, 6.2.1: the default alphabet, and the extension table whose characters take two septets.
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENDED = '\f^{}\\[~]|€';

/**
 * Counts the parts of a text: 160 characters in one GSM-7 SMS, 153 in each of several (the rest holds the header that
 * joins them), 70 and 67 in UCS-2. A character of two units is never torn between two parts.
 */
export function partsOf(text: string): SmsParts {
  const widths = [...text].map(septets);
  const gsm7 = widths.every((width) => width > 0);
  const sizes = gsm7 ? widths : [...text].map((character) => character.length);
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const [single, joined] = gsm7 ? [160, 153] : [70, 67];
  return { encoding: gsm7 ? 'gsm7' : 'ucs2', units, parts: units <= single ? 1 : pack(sizes, joined) };
}

function septets(character: string): number {
  if (BASIC.includes(character)) return 1;
  return EXTENDED.includes(character) ? 2 : 0;
}

function pack(sizes: readonly number[], capacity: number): number {
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > capacity) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return parts;
}
