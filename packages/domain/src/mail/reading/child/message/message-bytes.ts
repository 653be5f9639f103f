import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { guessHeaderCharset, type NormalizedHeader, normalizeHeader } from './normalize-header.ts';

/** A header longer than this ends here: mailsplit refuses one above 1 MiB, and is given such a one as it is. */
export const LONGEST_HEADER = 1024 * 1024;
/** How far the charset of raw header fields is looked for. */
const CHARSET_WITHIN = 256 * 1024;

/** Where the header ends: index behind its empty line; -1 where there is none within the bytes given. */
export function endOfHeader(bytes: Buffer): number {
  return seekEndOfHeader()(bytes);
}

/**
 * The same for bytes that grow: asked again with more, it goes on where it stopped. Whoever sends a long header byte by
 * byte would else have it searched from the beginning for each of them.
 */
export function seekEndOfHeader(): (bytes: Buffer) => number {
  let line = 0;
  let seen = 0;
  return (bytes) => {
    while (seen < bytes.length) {
      const newline = bytes.indexOf(0x0a, seen);
      if (newline < 0) {
        seen = bytes.length;
        return -1;
      }
      const length = newline - line;
      if (length === 0 || (length === 1 && bytes[line] === 0x0d)) return newline + 1;
      line = newline + 1;
      seen = line;
    }
    return -1;
  };
}

/** Opens a raw message: its header made unambiguous, and the stream of bytes a parser is to see. */
export async function openMessage(rawFile: string): Promise<NormalizedHeader & { bytes: AsyncIterable<Buffer> }> {
  const handle = await open(rawFile, 'r');
  const buffer = Buffer.alloc(LONGEST_HEADER);
  const { bytesRead } = await handle.read(buffer, 0, LONGEST_HEADER, 0);
  await handle.close();
  const beginning = buffer.subarray(0, bytesRead);
  const end = endOfHeader(beginning);
  const isWhole = end >= 0 || bytesRead < LONGEST_HEADER;
  const block = isWhole ? beginning.subarray(0, end >= 0 ? end : bytesRead) : Buffer.alloc(0);
  const normalized = normalizeHeader(block, guessHeaderCharset(beginning.subarray(0, CHARSET_WITHIN)));
  async function* bytes(): AsyncIterable<Buffer> {
    yield normalized.header;
    yield* createReadStream(rawFile, { start: block.length });
  }
  return { ...normalized, bytes: bytes() };
}
