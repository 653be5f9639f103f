/** A part of a mail: its header lines and its bytes. */
export interface MailPart {
  type: string;
  /** More header lines, each "Name: value". */
  header?: readonly string[];
  content: string | Buffer;
}

/** A mail to be made: header lines, and one part or several. */
export interface MailContent {
  /** "Name: value" lines in order; non-ASCII only as encoded words or raw UTF-8, as the test wants it. */
  header: readonly string[];
  parts: readonly MailPart[];
}

const BOUNDARY = '=_letter';

/** Makes a raw MIME message with CRLF line ends; contents in base64. */
export function makeMail({ header, parts }: MailContent): Buffer {
  const [only] = parts;
  const lines = [...header, 'MIME-Version: 1.0'];
  if (parts.length === 1 && only !== undefined) return Buffer.from([...lines, ...partLines(only)].join('\r\n'));
  lines.push(`Content-Type: multipart/mixed; boundary="${BOUNDARY}"`, '');
  for (const part of parts) lines.push(`--${BOUNDARY}`, ...partLines(part));
  return Buffer.from([...lines, `--${BOUNDARY}--`, ''].join('\r\n'));
}

/** A header line whose text is an encoded word. */
export function encodedLine(name: string, text: string, after = ''): string {
  const words = text.match(/.{1,12}/gsu) ?? [''];
  return `${name}: ${words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ')}${after}`;
}

function partLines({ type, header = [], content }: MailPart): string[] {
  const base64 = Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n');
  return [`Content-Type: ${type}`, ...header, 'Content-Transfer-Encoding: base64', '', base64, ''];
}
