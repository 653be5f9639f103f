import type { Transform } from 'node:stream';
import { type Headers, MailParser } from 'mailparser';
import type { TextPart } from '../text/gather-text.ts';

/** The parts of mailparser 3.9's own node this class touches; its declarations do not name them. */
interface ParserNode {
  decoder?: Transform;
  isAttachment?: boolean;
  disposition?: string;
  contentType?: string | false;
  charset?: string;
  textContent?: string;
  showMeta?: boolean;
  headers: Headers;
  children: ParserNode[];
}
interface ParserInside {
  tree: ParserNode | false;
  createNode(node: { filename?: string | false }): ParserNode;
  getTextContent(): { type: 'text' };
}

/** Nested in each other, still within what the stack holds. */
const MOST_PARTS = 4_000;
const NO_PART: TextPart = { contentType: '', charset: '', bytes: null, heading: null, children: [] };

/**
 * mailparser that keeps only the first `textBytes` bytes of text and HTML, and hands them on as bytes.
 *
 * The original keeps every text part whole, several times over: 25 MB of plain text cost 249 MB of memory and one line
 * of quoted-printable 398 MB. Nothing in its options bounds that, so the decoder of a text part is told to
 * swallow what exceeds the budget; attachments stream and are not touched.
 *
 * It also loses text: a part with a file's name melts into the body, an HTML part beside a plain one is left out, and
 * what is in no charset that was declared becomes replacement characters. So a named part is an attachment here, and the
 * text is taken from the tree of parts by whoever parses.
 */
export class BoundedMailParser extends MailParser {
  isTextCut = false;

  constructor(textBytes: number) {
    // mailsplit's own option, which mailparser hands on: a letter of a thousand parts is read, and hardly costs more.
    const ofSplitter = { maxChildNodes: MOST_PARTS };
    super({
      ...ofSplitter,
      // HTML to text blocked 20.8 s on 1.9 MB of nested tables; text to HTML and links are work nobody asked for.
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipTextLinks: true,
      skipImageLinks: true,
      keepDeliveryStatus: true,
      checksumAlgo: 'sha256',
    });
    let left = textBytes;
    const inside = this as unknown as ParserInside;
    inside.getTextContent = () => ({ type: 'text' });
    const createNode = inside.createNode.bind(this);
    inside.createNode = (source) => {
      const node = createNode(source);
      const decoder = node.decoder;
      if (decoder === undefined || node.isAttachment === true) return node;
      if (source.filename) {
        node.isAttachment = true;
        node.disposition = 'attachment';
        return node;
      }
      // One character a byte, as the charset is told from the bytes of the whole part.
      declared.set(node, node.charset ?? '');
      node.charset = 'binary';
      const push = decoder.push.bind(decoder);
      decoder.push = (chunk: Buffer | string | null, encoding?: BufferEncoding) => {
        if (chunk === null) return push(null);
        const bytes = typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk;
        const kept = bytes.subarray(0, left);
        left -= kept.length;
        if (kept.length < bytes.length) this.isTextCut = true;
        return kept.length === 0 ? true : push(kept);
      };
      return node;
    };
    const declared = this.#declared;
  }

  readonly #declared = new WeakMap<ParserNode, string>();

  /** The message's parts with their text, as far as it has been read. */
  textParts(): TextPart {
    const { tree } = this as unknown as ParserInside;
    return tree === false ? NO_PART : this.#partOf(tree);
  }

  #partOf(node: ParserNode): TextPart {
    return {
      contentType: node.contentType || '',
      charset: this.#declared.get(node) ?? '',
      bytes: node.textContent === undefined ? null : Buffer.from(node.textContent, 'latin1'),
      heading: node.showMeta === true ? headingOf(node.headers) : null,
      children: node.children.map((child) => this.#partOf(child)),
    };
  }
}

/** Who a forwarded letter is from, as its own lines say. */
function headingOf(headers: Headers): string {
  return ['from', 'to', 'cc', 'subject', 'date']
    .flatMap((name) => {
      const value: unknown = headers.get(name);
      const text = value instanceof Date ? value.toISOString() : textOf(value);
      return text === '' ? [] : [`${name.charAt(0).toUpperCase()}${name.slice(1)}: ${text}`];
    })
    .join('\n');
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && 'text' in value ? String(value.text) : '';
}
