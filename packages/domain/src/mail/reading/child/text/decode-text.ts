import { isUtf8 } from 'node:buffer';
import type { BodyEncoding } from '@congso/contract/mail-reading';
import iconv from 'iconv-lite';
import libmime from 'libmime';
import { fromLegacyEncoding } from './legacy-encodings.ts';
import { vietnameseShareOf } from './vietnamese-words.ts';

/** A text with how it came to be one. */
export interface DecodedText {
  text: string;
  /** The encoding that was guessed or chosen; null where the message says it and it is so. */
  encoding: BodyEncoding | null;
  isGuessed: boolean;
}

/** Candidates in the order in which they are believed when nothing tells them apart. */
const CANDIDATES: readonly BodyEncoding[] = ['windows-1258', 'tcvn3', 'vni', 'viscii', 'windows-1252'];
/** Charsets that programs declare for whatever they hold, so that what they say is checked. */
const DECLARED_BLINDLY = /^(?:iso-?8859-\d{1,2}|latin-?1|windows-125\d|cp125\d)$/i;
const UNICODE_OR_NOTHING = /^(?:|utf-?8|us-ascii|ascii|ansi_x3\.4-1968|7bit|8bit|unknown.*|x-unknown|default)$/i;
/** So many words, and so much of them, that it is no chance. */
const SURE = { words: 4, share: 0.8 };
/** A text declared in its right charset has more Vietnamese words than this; one in a wrong one has a few by chance. */
const DOUBTFUL = 0.5;

/**
 * Text from the bytes of a part. What the message declares counts where the bytes bear it out; else the encoding is the
 * one in which most words are Vietnamese ones, and it is told that this was a guess.
 *
 * @param declared the charset the part names, '' for none
 * @param chosen what a clerk chose, who sees the letter
 */
export function decodeText(bytes: Buffer, declared: string, chosen: BodyEncoding | null): DecodedText {
  if (chosen !== null) return { text: decodeAs(bytes, chosen), encoding: chosen, isGuessed: false };
  const marked = byteOrderMarkOf(bytes);
  if (marked !== null) return { text: iconv.decode(bytes, marked), encoding: null, isGuessed: false };
  if (isAscii(bytes) && !/^(?:utf-?(?:7|16|32)|iso-2022|hz)/i.test(declared)) return told(bytes.toString('latin1'));
  if (UNICODE_OR_NOTHING.test(declared) || !isKnown(declared)) {
    if (isMostlyUtf8(bytes)) return told(bytes.toString('utf8'));
    return guess(bytes);
  }
  const text = decodeDeclared(bytes, declared);
  if (!DECLARED_BLINDLY.test(declared)) return told(text);
  if (isUtf8(bytes)) return { text: bytes.toString('utf8'), encoding: 'utf-8', isGuessed: true };
  const best = bestOf(bytes);
  const said = vietnameseShareOf(text);
  const isOther = best.share.marked >= SURE.words && best.share.valid >= best.share.marked * SURE.share;
  const isWrong = said.valid < said.marked * DOUBTFUL;
  return isOther && isWrong ? { text: best.text, encoding: best.encoding, isGuessed: true } : told(text);
}

/** The same for a raw line of the header, which has no charset of its own: that of the body, else what is Vietnamese. */
export function decodeHeaderLine(bytes: Buffer, charset: string | null, chosen: BodyEncoding | null): string {
  if (chosen !== null) return decodeAs(bytes, chosen);
  return charset === null ? bestOf(bytes).text : iconv.decode(bytes, charset);
}

const told = (text: string): DecodedText => ({ text, encoding: null, isGuessed: false });

function guess(bytes: Buffer): DecodedText {
  const { text, encoding } = bestOf(bytes);
  return { text, encoding, isGuessed: true };
}

function bestOf(bytes: Buffer) {
  const read = CANDIDATES.map((encoding) => {
    const text = decodeAs(bytes, encoding);
    return { encoding, text, share: vietnameseShareOf(text) };
  });
  const shareOf = ({ share }: (typeof read)[number]) => (share.marked === 0 ? 0 : share.valid / share.marked);
  const best = read.reduce((first, next) => (shareOf(next) > shareOf(first) ? next : first));
  // Hardly a Vietnamese word in any: some other language of the West.
  return shareOf(best) < 0.5 ? (read.at(-1) ?? best) : best;
}

/** The bytes in one of our encodings. Bytes that are UTF-8 stay so: of several parts only some are in the other one. */
function decodeAs(bytes: Buffer, encoding: BodyEncoding): string {
  const unicode = isUtf8(bytes) ? bytes.toString('utf8') : null;
  switch (encoding) {
    case 'tcvn3':
      return unicode === null ? iconv.decode(bytes, 'tcvn').normalize('NFC') : fromLegacyEncoding(unicode, 'tcvn3');
    case 'vni':
      return fromLegacyEncoding(unicode ?? iconv.decode(bytes, 'windows-1252'), 'vni');
    case 'utf-16le':
      return iconv.decode(bytes, 'utf-16le');
    default:
      return unicode ?? iconv.decode(bytes, encoding).normalize('NFC');
  }
}

function isKnown(charset: string): boolean {
  return iconv.encodingExists(charset) || /^iso-?2022-?jp/i.test(charset);
}

function decodeDeclared(bytes: Buffer, charset: string): string {
  if (iconv.encodingExists(charset)) return iconv.decode(bytes, charset).normalize('NFC');
  // The one that iconv-lite lacks; libmime decodes the words of headers in it.
  return libmime.decodeWord(charset, 'B', bytes.toString('base64'));
}

function byteOrderMarkOf(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

const isAscii = (bytes: Buffer): boolean => bytes.every((byte) => byte < 0x80);

/** UTF-8, also with a letter cut off at its end or spoilt on the way: another encoding would spoil nearly all of them. */
function isMostlyUtf8(bytes: Buffer): boolean {
  if (isUtf8(bytes)) return true;
  const text = bytes.toString('utf8');
  const spoilt = text.split('\uFFFD').length - 1;
  const letters = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  return letters > spoilt * 10;
}
