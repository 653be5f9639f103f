import { createHash } from 'node:crypto';
import { endOfHeader } from '../reading/child/message/message-bytes.ts';

/** What is known of a message from its bytes alone, without parsing it. */
export type Fingerprint = {
  /** The first Message-ID field, without its brackets; null where there is none. */
  readonly messageId: string | null;
  /** SHA-256 of the body, hexadecimal: every server on the way adds lines to the header. */
  readonly bodySha256: string;
  /** Received fields: one for each server it has passed (RFC 5321, 6.3). */
  readonly hops: number;
};

/** A header longer than this is taken to end here. */
const LONGEST_HEADER = 1024 * 1024;
const LONGEST_MESSAGE_ID = 1_000;

/**
 * Takes the fingerprint of a message while it streams past, so that it is read once. A message without an empty line is
 * all body.
 */
export function createFingerprint(): { update(chunk: Uint8Array): void; finish(): Fingerprint } {
  const body = createHash('sha256');
  let beginning: Buffer | null = Buffer.alloc(0);
  let header = '';
  const endHeader = (bytes: Buffer, end: number) => {
    header = bytes.subarray(0, end < 0 ? LONGEST_HEADER : end).toString('latin1');
    body.update(bytes.subarray(Math.max(end, 0)));
    beginning = null;
  };
  return {
    update: (chunk) => {
      if (beginning === null) {
        body.update(chunk);
        return;
      }
      beginning = beginning.length === 0 ? Buffer.from(chunk) : Buffer.concat([beginning, chunk]);
      const end = endOfHeader(beginning);
      if (end >= 0 || beginning.length >= LONGEST_HEADER) endHeader(beginning, end);
    },
    finish: () => {
      if (beginning !== null) endHeader(beginning, -1);
      return {
        messageId: findMessageId(header),
        bodySha256: body.digest('hex'),
        hops: header.match(/^received[ \t]*:/gim)?.length ?? 0,
      };
    },
  };
}

function findMessageId(header: string): string | null {
  const field = /^message-id[ \t]*:((?:.*)(?:\r?\n[ \t].*)*)/im.exec(header)?.[1];
  const value = field?.replace(/\s+/g, '').replace(/^<|>$/g, '').slice(0, LONGEST_MESSAGE_ID);
  return value ? value : null;
}
