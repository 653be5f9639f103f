import { pipeline } from 'node:stream/promises';
import type { MailWarning, ParsedMail } from '@congso/contract/mail-reading';
import { withoutDirections } from '@congso/language/normalize';
import type { AttachmentStream, Headers, MessageText, StructuredHeader } from 'mailparser';
import type { ReadResult } from '../child-result.ts';
import type { ReadingLimits } from '../limits.ts';
import { BoundedMailParser } from './bounded-parser.ts';
import { classifyMail } from './classify-mail.ts';
import { addressesOf, boundedLine, lineOf } from './header-values.ts';
import { htmlToText } from './html-to-text.ts';
import { detectLegacyEncoding, fromLegacyEncoding } from './legacy-encodings.ts';
import { openMessage } from './message-bytes.ts';
import { type AttachmentBudget, storeAttachment } from './store-attachment.ts';

const LONGEST_TEXT = 1_048_576;

/** A message without its PDFs' text. */
export type ParsedMessage = Pick<ReadResult, 'mail' | 'attachments'>;

/**
 * Reads a raw message file; attachments are written into `folder`.
 * Throws where the parser gives up (1,000 parts, 1 MiB of header, a damaged structure): the original is then all there is.
 *
 * @param envelopeFrom MAIL FROM, '' for the null sender, null where it is not known
 */
export async function parseMessage(
  rawFile: string,
  folder: string,
  envelopeFrom: string | null,
  limits: ReadingLimits,
): Promise<ParsedMessage> {
  const message = await openMessage(rawFile);
  const parser = new BoundedMailParser(limits.textBytes);
  let headers: Headers = new Map();
  parser.on('headers', (read) => {
    headers = read;
  });
  const attachments: ReadResult['attachments'] = [];
  const budget: AttachmentBudget = { files: limits.attachments, bytes: limits.attachmentBytes };
  const warnings = new Set<MailWarning>(message.warnings);
  let body: MessageText | null = null;
  let hasCalendarMethod = false;

  const collect = async () => {
    for await (const part of parser as AsyncIterable<AttachmentStream | MessageText>) {
      if (part.type === 'text') {
        body = part;
        continue;
      }
      if (part.contentType === 'text/calendar' && structured(part.headers, 'content-type')?.params.method !== undefined)
        hasCalendarMethod = true;
      const stored = await storeAttachment(part, folder, attachments.length, budget);
      if (stored === null) warnings.add('attachments-cut');
      else attachments.push(stored);
    }
  };
  await Promise.all([pipeline(message.bytes, parser), collect()]);
  if (parser.isTextCut) warnings.add('text-cut');

  const { text, legacyEncoding, isCut } = readBody(body);
  if (isCut) warnings.add('text-cut');
  const toUnicode = (field: string) =>
    legacyEncoding === null ? field : boundedLine(fromLegacyEncoding(field, legacyEncoding), 2000);
  const [to, cc] = [addressesOf(headers, 'to'), addressesOf(headers, 'cc')];
  if (to.isCut || cc.isCut) warnings.add('addresses-cut');
  const [sender] = addressesOf(headers, 'from').addresses;
  const from = sender === undefined ? null : { ...sender, name: toUnicode(sender.name).slice(0, 300) };
  if (from !== null && holdsOtherAddress(from.name, from.address)) warnings.add('name-holds-address');
  const subject = toUnicode(lineOf(headers, 'subject', 2000));
  const root = structured(headers, 'content-type');

  const mail: ParsedMail = {
    kind: classifyMail({
      header: (name) => headerText(headers, name),
      contentType: root?.value ?? '',
      reportType: (root?.params['report-type'] ?? '').toLowerCase(),
      fromAddress: from?.address ?? '',
      subject,
      envelopeFrom,
      hasCalendarMethod,
      hasFiles: attachments.some((file) => !file.inline && !/calendar|\/ics$/.test(file.declaredMime)),
    }),
    from,
    to: to.addresses,
    cc: cc.addresses,
    subject,
    sentAt: instantOf(message.date),
    text,
    legacyEncoding,
    warnings: [...warnings],
  };
  return { mail, attachments };
}

function readBody(body: MessageText | null) {
  const html = typeof body?.html === 'string' ? body.html : null;
  const plain = body?.text?.trim() ?? '';
  const legacyEncoding = html === null ? null : detectLegacyEncoding(html.slice(0, LONGEST_TEXT));
  const text = plain === '' && html !== null ? htmlToText(html.slice(0, LONGEST_TEXT)) : plain;
  const unicode = legacyEncoding === null ? text : fromLegacyEncoding(text, legacyEncoding);
  const isCut = unicode.length > LONGEST_TEXT || (html?.length ?? 0) > LONGEST_TEXT;
  return { text: cleanText(unicode), legacyEncoding, isCut };
}

/** NFC; no control character but newline and tab, no lone surrogate (a database refuses both), no direction, bounded. */
function cleanText(text: string): string {
  return withoutDirections(text.slice(0, LONGEST_TEXT))
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|\p{Cs}/gu, '')
    .slice(0, LONGEST_TEXT);
}

/** mailparser puts today in place of a Date it cannot read: a letter must not be dated by its reader. */
function instantOf(date: string | null): string | null {
  const time = date === null ? Number.NaN : Date.parse(date.replace(/\([^()]{0,100}\)/g, ''));
  const isPlausible = time > Date.UTC(1970, 0, 2) && time < Date.UTC(2200, 0, 1);
  return isPlausible ? new Date(time).toISOString() : null;
}

/** "ubnd@tinh.example" <someone@else.example>: what many programs show is the name alone. */
function holdsOtherAddress(name: string, address: string): boolean {
  const shown = /[^\s@<>"']{1,64}@([^\s@<>"')]{3,255})/u.exec(name)?.[1]?.toLowerCase();
  return shown !== undefined && shown !== address.slice(address.lastIndexOf('@') + 1);
}

function structured(headers: Headers, name: string): StructuredHeader | null {
  const value: unknown = headers.get(name);
  return typeof value === 'object' && value !== null && 'params' in value ? (value as StructuredHeader) : null;
}

/** A header as text for classification, also those mailparser has taken apart. */
function headerText(headers: Headers, name: string): string {
  if (name === 'return-path') return returnPath(headers);
  const list: unknown = headers.get('list');
  if (name.startsWith('list-')) return list !== undefined && Object.hasOwn(list as object, name.slice(5)) ? 'yes' : '';
  return lineOf(headers, name, 300);
}

function returnPath(headers: Headers): string {
  const value: unknown = headers.get('return-path');
  const text = typeof value === 'object' && value !== null && 'text' in value ? String(value.text) : null;
  return text === '' ? '<>' : (text ?? '');
}
