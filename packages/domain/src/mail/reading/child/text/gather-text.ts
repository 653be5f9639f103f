import type { BodyEncoding, ParsedMail } from '@congso/contract/mail-reading';
import { withoutDirections } from '@congso/language/normalize';
import { decodeText } from './decode-text.ts';
import { htmlToText } from './html-to-text.ts';
import { detectLegacyEncoding, fromLegacyEncoding, type LegacyEncoding } from './legacy-encodings.ts';

const LONGEST_TEXT = 1_048_576;

/** A part of a message with what lies in it: text as bytes, or other parts. */
export interface TextPart {
  contentType: string;
  /** '' where the part names none. */
  charset: string;
  /** Of a text part; null of any other. */
  bytes: Buffer | null;
  /** Sender, subject and date of a letter that was forwarded inside this one, as lines; null of any other part. */
  heading: string | null;
  children: readonly TextPart[];
}

/** All that a message says in text. */
export interface GatheredText extends Pick<ParsedMail, 'text' | 'legacyEncoding' | 'encoding'> {
  isGuessed: boolean;
  isCut: boolean;
  /** Some characters could not be read in the encoding. */
  isLossy: boolean;
  /** The ids of pictures that its HTML shows. */
  shownPictures: ReadonlySet<string>;
}

/**
 * Gathers the text of a message, all of it: parts one after the other; of alternatives the plain one, and from the others
 * the lines that say something else, for a letter must not say to one program what it hides from another.
 */
export function gatherText(root: TextPart, chosen: BodyEncoding | null): GatheredText {
  const found = { legacyEncoding: null as LegacyEncoding | null, encoding: chosen, isGuessed: false };
  const shownPictures = new Set<string>();

  function textOf(part: TextPart): string {
    const own = part.bytes === null ? '' : readPart(part, part.bytes);
    const inside = part.children.map(textOf);
    const rest = part.contentType === 'multipart/alternative' ? [joinAlternatives(inside)] : inside;
    return [part.heading ?? '', own, ...rest].filter((text) => text.trim() !== '').join('\n\n');
  }

  function readPart(part: TextPart, bytes: Buffer): string {
    const { text, encoding, isGuessed } = decodeText(bytes, part.charset, chosen);
    found.encoding ??= encoding;
    found.isGuessed ||= isGuessed;
    if (part.contentType !== 'text/html') return text.trim();
    for (const [, id = ''] of text.matchAll(/cid:([^"'\s<>)]{1,300})/gi)) shownPictures.add(decodedId(id));
    // A clerk's word counts more than a font's.
    if (chosen === null) found.legacyEncoding ??= detectLegacyEncoding(text);
    return htmlToText(text);
  }

  const text = textOf(root);
  const { legacyEncoding } = found;
  const unicode = legacyEncoding === null ? text : fromLegacyEncoding(text, legacyEncoding);
  return {
    ...found,
    encoding: found.encoding ?? legacyEncoding,
    text: cleanText(unicode),
    isCut: unicode.length > LONGEST_TEXT,
    isLossy: unicode.includes('\uFFFD'),
    shownPictures,
  };
}

/** The first that says anything, and the lines of the others with a word that it has not. */
function joinAlternatives(texts: readonly string[]): string {
  const [first = '', ...others] = texts.filter((text) => text.trim() !== '');
  const said = new Set(wordsOf(first));
  const more: string[] = [];
  for (const line of others.flatMap((text) => text.split('\n'))) {
    const words = wordsOf(line);
    if (words.every((word) => said.has(word))) continue;
    more.push(line);
    for (const word of words) said.add(word);
  }
  return more.length === 0 ? first : `${first}\n\n${more.join('\n')}`;
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\d]+/gu) ?? [];

/** "cid:logo%40mail": an address writes some characters by their codes (RFC 2392). */
function decodedId(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id; // not written so
  }
}

/** NFC; no control character but newline and tab, no lone surrogate (a database refuses both), no direction, bounded. */
function cleanText(text: string): string {
  return withoutDirections(text.slice(0, LONGEST_TEXT))
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|\p{Cs}/gu, '')
    .slice(0, LONGEST_TEXT);
}
