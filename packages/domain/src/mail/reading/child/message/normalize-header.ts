import { isUtf8 } from 'node:buffer';
import type { BodyEncoding, MailWarning } from '@congso/contract/mail-reading';
import iconv from 'iconv-lite';
import { decodeHeaderLine } from '../text/decode-text.ts';

/** Fields that may stand once, whose first occurrence alone is kept, and the warning where there were more. */
const SINGLE: ReadonlyMap<string, MailWarning> = new Map([
  ['from', 'duplicate-from'],
  ['subject', 'duplicate-subject'],
  ['date', 'duplicate-date'],
  ['message-id', 'duplicate-message-id'],
  ['content-type', 'duplicate-content-type'],
]);

/** Of a header too long to be parsed whole, what is kept: who sent what to whom, and how its body is to be read. */
const NEEDED =
  /^(?:from|sender|reply-to|to|cc|subject|date|message-id|in-reply-to|references|mime-version|content-.{1,40}|return-path|auto-submitted|precedence|list-id|list-post|x-failed-recipients|x-autoreply|x-autorespond|dkim-signature)$/;
/** Bytes of one field of such a header. */
const LONGEST_FIELD = 32 * 1024;
/** ... and of all that is kept of it. */
const MOST_KEPT = 512 * 1024;

/** How a header block is to be read. */
export interface HeaderReading {
  /** The charset of the body, for raw fields; null where it names none. */
  charset: string | null;
  /** What a clerk chose. */
  chosen?: BodyEncoding | null;
  /** It is too long to be parsed whole: only the fields that are needed are kept, and each only so far. */
  isLong?: boolean;
}

/** A header block made unambiguous, its Date as written, and what had to be done. */
export interface NormalizedHeader {
  header: Buffer;
  date: string | null;
  fields: ReadonlySet<string>;
  warnings: MailWarning[];
}

/**
 * Makes a header block mean the same to everyone who reads it after us.
 *
 * Duplicates: of From, Subject, Date, Message-ID and Content-Type the FIRST is kept. Parsers differ (mailparser takes
 * the last, others the first), and a message showing one From while another is checked is the attack; so one is chosen
 * before anything is parsed, the letter is flagged, and DMARC gives no verdict where there were two From fields.
 *
 * Raw bytes: a field that is not UTF-8 (RFC 6532) is read in the body's charset and written as UTF-8, because a
 * parser would put U+FFFD in its place for good.
 *
 * @param block the bytes up to and with the empty line
 */
export function normalizeHeader(
  block: Buffer,
  { charset, chosen = null, isLong = false }: HeaderReading,
): NormalizedHeader {
  const warnings = new Set<MailWarning>();
  const fields = new Set<string>();
  const kept: Buffer[] = [];
  let date: string | null = null;
  let left = MOST_KEPT;
  for (const whole of fieldsOf(block)) {
    const field = isLong ? cut(whole, Math.min(left, LONGEST_FIELD)) : whole;
    const name = /^([!-9;-~]{1,100})[ \t]*:/.exec(field.subarray(0, 110).toString('latin1'))?.[1]?.toLowerCase() ?? '';
    const duplicate = SINGLE.get(name);
    if (duplicate !== undefined && fields.has(name)) {
      warnings.add(duplicate);
      continue;
    }
    if (isLong && !NEEDED.test(name)) continue;
    left -= field.length;
    fields.add(name);
    if (name === 'date')
      date = field
        .toString('latin1')
        .slice(field.indexOf(':') + 1)
        .trim()
        .slice(0, 200);
    if (isUtf8(field)) kept.push(field);
    else {
      warnings.add('header-charset-guessed');
      kept.push(Buffer.from(decodeHeaderLine(field, charset, chosen).normalize('NFC'), 'utf8'));
    }
  }
  if (isLong) {
    warnings.add('header-cut');
    kept.push(Buffer.from('\r\n'));
  }
  return { header: Buffer.concat(kept), date, fields, warnings: [...warnings] };
}

/** The beginning of a field, ended as a line is. */
function cut(field: Buffer, longest: number): Buffer {
  return field.length <= longest ? field : Buffer.concat([field.subarray(0, longest), Buffer.from('\r\n')]);
}

/** The fields of a block, each with its continuation lines and line ends; lines that are no field stay as they are. */
function fieldsOf(block: Buffer): Buffer[] {
  const fields: Buffer[] = [];
  let start = 0;
  let lineStart = 0;
  while (lineStart < block.length) {
    const isContinuation = block[lineStart] === 0x20 || block[lineStart] === 0x09;
    if (!isContinuation && lineStart > start) {
      fields.push(block.subarray(start, lineStart));
      start = lineStart;
    }
    const newline = block.indexOf(0x0a, lineStart);
    lineStart = newline < 0 ? block.length : newline + 1;
  }
  if (start < block.length) fields.push(block.subarray(start));
  return fields;
}

/**
 * The charset raw header fields are most likely in: that of a Vietnamese font named in the body, else the first
 * charset the message names that is neither ASCII nor UTF-8; null where it names none.
 *
 * @param beginning the first bytes of the message, body included
 */
export function guessHeaderCharset(beginning: Buffer): string | null {
  const text = beginning.toString('latin1');
  if (/(?:face|font-family)\s{0,3}[=:](?:3D)?\s{0,3}["']?\.Vn[A-Z]/i.test(text)) return 'tcvn';
  for (const [, name = ''] of text.matchAll(/charset\s{0,3}=(?:3D)?\s{0,3}["']?([\w.:-]{2,40})/gi)) {
    if (!/^(?:utf-?8|us-ascii|ascii|utf-?16.*|utf-?7)$/i.test(name) && iconv.encodingExists(name)) return name;
  }
  return null;
}
