import { pipeline } from 'node:stream/promises';
import type { BodyEncoding, MailWarning, ParsedMail } from '@congso/contract/mail-reading';
import type { AttachmentStream, Headers, MessageText } from 'mailparser';
import type { ReadResult } from '../child-result.ts';
import type { ReadingLimits } from '../limits.ts';
import { gatherText } from '../text/gather-text.ts';
import { BoundedMailParser } from './bounded-parser.ts';
import { describeMail, structured } from './describe-mail.ts';
import { isDecoration } from './is-decoration.ts';
import { openMessage } from './message-bytes.ts';
import { type AttachmentBudget, storeAttachment } from './store-attachment.ts';

/** A message whose files have not been looked into. */
export type ParsedMessage = Pick<ReadResult, 'mail' | 'attachments'>;

/** What of a message is parsed, and how. */
export interface MessageToParse {
  rawFile: string;
  /** Attachments are written here. */
  folder: string;
  /** MAIL FROM, '' for the null sender, null where it is not known. */
  envelopeFrom: string | null;
  limits: ReadingLimits;
  /** What a clerk chose the body to be read as. */
  encoding: BodyEncoding | null;
}

/**
 * Reads a raw message file. Where the parser gives up (a structure that is damaged or of a thousand parts), what came
 * before is what is read, and the letter says so.
 *
 * @param onHeader is told the letter without its body as soon as the header has been read
 */
export async function parseMessage(
  { rawFile, folder, envelopeFrom, limits, encoding }: MessageToParse,
  onHeader: (mail: ParsedMail) => void,
): Promise<ParsedMessage> {
  const message = await openMessage(rawFile, encoding);
  const parser = new BoundedMailParser(limits.textBytes);
  let headers: Headers = new Map();
  const attachments: ReadResult['attachments'] = [];
  const budget: AttachmentBudget = { files: limits.attachments, bytes: limits.attachmentBytes };
  const warnings = new Set<MailWarning>(message.warnings);
  const traits = { envelopeFrom, hasCalendarMethod: false, hasFiles: false };
  parser.on('headers', (read) => {
    headers = read;
    onHeader(describeMail(headers, message.date, gatherText(parser.textParts(), encoding), warnings, traits));
  });

  // An attachment that is being written when the parser gives up would be waited for in vain.
  const cutOff = new AbortController();
  const collect = async () => {
    for await (const part of parser as AsyncIterable<AttachmentStream | MessageText>) {
      if (part.type === 'text') continue;
      if (part.contentType === 'text/calendar' && structured(part.headers, 'content-type')?.params.method !== undefined)
        traits.hasCalendarMethod = true;
      const stored = await storeAttachment(part, folder, attachments.length, budget, cutOff.signal);
      if (stored === null) warnings.add('attachments-cut');
      else attachments.push(stored);
    }
  };
  const parse = pipeline(message.bytes, parser).catch((error: NodeJS.ErrnoException) => {
    cutOff.abort();
    throw error;
  });
  for (const ended of await Promise.allSettled([parse, collect()])) {
    if (ended.status === 'fulfilled') continue;
    const { code, syscall } = ended.reason as NodeJS.ErrnoException;
    if (syscall !== undefined || headers.size === 0) throw ended.reason;
    warnings.add(code === 'EMAXLEN' ? 'parts-cut' : 'structure-damaged');
  }
  if (parser.isTextCut) warnings.add('text-cut');

  const body = gatherText(parser.textParts(), encoding);
  for (const attachment of attachments) {
    attachment.isDecoration = await isDecoration(attachment, folder, body.shownPictures);
  }
  traits.hasFiles = attachments.some((file) => !file.isDecoration && !/calendar|\/ics$/.test(file.declaredMime));
  return { mail: describeMail(headers, message.date, body, warnings, traits), attachments };
}
