import type { MailWarning, ParsedMail } from '@congso/contract/mail-reading';
import type { Headers, StructuredHeader } from 'mailparser';
import type { GatheredText } from '../text/gather-text.ts';
import { withoutEntities } from '../text/html-to-text.ts';
import { fromLegacyEncoding } from '../text/legacy-encodings.ts';
import { classifyMail, type MailTraits } from './classify-mail.ts';
import { addressesOf, boundedLine, lineOf } from './header-values.ts';

/** A letter by its header and text. */
export function describeMail(
  headers: Headers,
  date: string | null,
  { text, legacyEncoding, encoding, isCut, isGuessed, isLossy }: GatheredText,
  found: ReadonlySet<MailWarning>,
  traits: Pick<MailTraits, 'envelopeFrom' | 'hasCalendarMethod' | 'hasFiles'>,
): ParsedMail {
  const warnings = new Set(found);
  if (isCut) warnings.add('text-cut');
  if (isGuessed) warnings.add('body-charset-guessed');
  const toUnicode = (field: string) => {
    const line = withoutEntities(field);
    return legacyEncoding === null ? line : fromLegacyEncoding(line, legacyEncoding);
  };
  const [to, cc] = [addressesOf(headers, 'to'), addressesOf(headers, 'cc')];
  if (to.isCut || cc.isCut) warnings.add('addresses-cut');
  const [sender] = addressesOf(headers, 'from').addresses;
  const from = sender === undefined ? null : { ...sender, name: boundedLine(toUnicode(sender.name), 300) };
  if (from !== null && holdsOtherAddress(from.name, from.address)) warnings.add('name-holds-address');
  const subject = boundedLine(toUnicode(lineOf(headers, 'subject', 2000)), 2000);
  if (isLossy || `${subject}${from?.name ?? ''}`.includes('\uFFFD')) warnings.add('characters-lost');
  const root = structured(headers, 'content-type');
  return {
    kind: classifyMail({
      ...traits,
      header: (name) => headerText(headers, name),
      contentType: root?.value ?? '',
      reportType: (root?.params['report-type'] ?? '').toLowerCase(),
      fromAddress: from?.address ?? '',
      subject,
    }),
    from,
    to: to.addresses,
    cc: cc.addresses,
    subject,
    sentAt: instantOf(date),
    text,
    legacyEncoding,
    encoding,
    warnings: [...warnings],
  };
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

export function structured(headers: Headers, name: string): StructuredHeader | null {
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
