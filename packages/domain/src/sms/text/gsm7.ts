import { partsOf } from './sms-parts.ts';

/** Longest text of one SMS in GSM-7 characters. */
export const ONE_PART = 160;

const REPLACEMENTS: Readonly<Record<string, string>> = {
  đ: 'd',
  Đ: 'D',
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '`': "'",
  '–': '-',
  '—': '-',
  '‑': '-',
  '−': '-',
  '~': '-',
  '•': '-',
  '…': '...',
  '×': 'x',
  '€': 'EUR',
  '₫': 'd',
  // Gateways lose, double or misread these: some live in GSM-7's second table, some end a parameter of a URL.
  '#': 'No.',
  '&': '+',
  '@': '(at)',
  '%': ' pct',
  '<': '(',
  '>': ')',
  '[': '(',
  ']': ')',
  '{': '(',
  '}': ')',
  '\\': '/',
  '|': '/',
  '^': ' ',
};
const SAFE = /^[A-Za-z0-9 !"$'()*+,\-./:;=?_]$/;
const PICTURE = /\p{Extended_Pictographic}|\p{Cf}|\p{Co}|\p{Cs}/u;

/**
 * A text as an SMS that every handset and gateway shows alike: unaccented, one line, only letters that stand in
 * GSM-7's first table (3GPP TS 23.038) and that no gateway misreads. à, è, é, ì, ò, ù are in that table, but a text
 * with only some of its accents reads wrongly, so they are folded as the others. Pictures vanish, the unknown is "?".
 */
export function smsTextOf(text: string): string {
  let safe = '';
  for (const character of text.normalize('NFD').replace(/\p{M}/gu, '')) {
    const plain = REPLACEMENTS[character] ?? character.normalize('NFKD');
    for (const letter of plain) {
      if (SAFE.test(letter)) safe += letter;
      else if (/[\s\p{Cc}]/u.test(letter)) safe += ' ';
      else if (!PICTURE.test(letter)) safe += '?';
    }
  }
  return safe.replace(/ +/g, ' ').trim();
}

/** The text shortened to one SMS, cut at a word, with "..." where something is missing. */
export function oneSmsOf(text: string): string {
  const safe = smsTextOf(text);
  if (partsOf(safe).parts <= 1) return safe;
  const head = safe.slice(0, ONE_PART - 3);
  const atWord = head.lastIndexOf(' ');
  return `${head.slice(0, atWord > ONE_PART / 2 ? atWord : head.length)}...`;
}
