import { createHash } from 'node:crypto';
import { LONGEST_HEADER, seekEndOfHeader } from '../reading/child/message/message-bytes.ts';

/** What is known of a message from its bytes alone, without parsing it. */
export type Fingerprint = {
  /** The first Message-ID field, without its brackets; null where there is none. */
  readonly messageId: string | null;
  /** The first Date and Subject fields as sent, on one line; null where there is none. */
  readonly date: string | null;
  readonly subject: string | null;
  /** SHA-256 of the body, hexadecimal: every server on the way adds lines to the header. */
  readonly bodySha256: string;
  /** Received fields: one for each server it has passed (RFC 5321, 6.3). */
  readonly hops: number;
};

/** What is longer differs within these characters, or not at all. */
const LONGEST_FIELD = 1_000;

/**
 * Takes the fingerprint of a message while it streams past, so that it is read once. A message without an empty line is
 * all body. It costs as much as the message has bytes, in however small pieces they come.
 */
export function createFingerprint(): { update(chunk: Uint8Array): void; finish(): Fingerprint } {
  const body = createHash('sha256');
  let beginning: Beginning | null = createBeginning();
  let header = '';
  const endHeader = (bytes: Buffer, end: number) => {
    // Found behind the longest or not looked for there: the same answer, in whatever pieces the bytes came.
    const isFound = end >= 0 && end <= LONGEST_HEADER;
    header = bytes.subarray(0, isFound ? end : LONGEST_HEADER).toString('latin1');
    body.update(isFound ? bytes.subarray(end) : bytes);
    beginning = null;
  };
  return {
    update: (chunk) => {
      if (beginning === null) {
        body.update(chunk);
        return;
      }
      const { bytes, end } = beginning.add(chunk);
      if (end >= 0 || bytes.length >= LONGEST_HEADER) endHeader(bytes, end);
    },
    finish: () => {
      if (beginning !== null) endHeader(beginning.add(Buffer.alloc(0)).bytes, -1);
      return {
        messageId: findMessageId(header),
        date: findField(header, 'date'),
        subject: findField(header, 'subject'),
        bodySha256: body.digest('hex'),
        hops: header.match(/^received[ \t]*:/gim)?.length ?? 0,
      };
    },
  };
}

/** The bytes so far, while it is not known where the header ends. */
type Beginning = { add(chunk: Uint8Array): { readonly bytes: Buffer; readonly end: number } };

function createBeginning(): Beginning {
  const seek = seekEndOfHeader();
  let held = Buffer.alloc(0);
  let length = 0;
  return {
    add: (chunk) => {
      // A usual header is in the first piece whole: nothing to keep.
      if (length === 0) {
        const first = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
        const end = seek(first);
        if (end >= 0) return { bytes: first, end };
      }
      if (length + chunk.byteLength > held.length) {
        const grown = Buffer.allocUnsafe(2 * (length + chunk.byteLength));
        held.copy(grown, 0, 0, length);
        held = grown;
      }
      held.set(chunk, length);
      length += chunk.byteLength;
      const bytes = held.subarray(0, length);
      return { bytes, end: seek(bytes) };
    },
  };
}

function findMessageId(header: string): string | null {
  return findField(header, 'message-id')?.replace(/\s+/g, '').replace(/^<|>$/g, '') || null;
}

/** The first field of that name: it is the one that is read and shown. Servers on the way may fold it otherwise. */
function findField(header: string, name: string): string | null {
  const field = new RegExp(`^${name}[ \\t]*:((?:.*)(?:\\r?\\n[ \\t].*)*)`, 'im').exec(header)?.[1];
  return (
    field
      ?.slice(0, 2 * LONGEST_FIELD)
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, LONGEST_FIELD) || null
  );
}
