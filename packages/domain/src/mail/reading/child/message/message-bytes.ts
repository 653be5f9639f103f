import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { BodyEncoding } from '@congso/contract/mail-reading';
import { guessHeaderCharset, type NormalizedHeader, normalizeHeader } from './normalize-header.ts';

/** mailsplit refuses a header above 1 MiB: of a longer one it is given only what is needed. */
export const LONGEST_HEADER = 1024 * 1024;
/** As far as the fields of a longer one are looked for. */
const MOST_HEADER = 4 * 1024 * 1024;
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
export async function openMessage(
  rawFile: string,
  chosen: BodyEncoding | null = null,
): Promise<NormalizedHeader & { bytes: AsyncIterable<Buffer> }> {
  const handle = await open(rawFile, 'r');
  const buffer = Buffer.alloc(MOST_HEADER);
  const { bytesRead } = await handle.read(buffer, 0, MOST_HEADER, 0);
  await handle.close();
  const beginning = buffer.subarray(0, bytesRead);
  const end = endOfHeader(beginning);
  const bodyAt =
    end >= 0 || bytesRead < MOST_HEADER ? Math.max(end, 0) || bytesRead : await findBody(rawFile, bytesRead);
  const block = beginning.subarray(0, Math.min(bodyAt, bytesRead));
  const charset = guessHeaderCharset(beginning.subarray(0, CHARSET_WITHIN));
  const normalized = normalizeHeader(block, { charset, chosen, isLong: bodyAt > LONGEST_HEADER });
  async function* bytes(): AsyncIterable<Buffer> {
    yield normalized.header;
    yield* createReadStream(rawFile, { start: bodyAt });
  }
  return { ...normalized, bytes: bytes() };
}

/** Where the body begins, behind a header longer than is kept in memory: index behind the empty line, or the end. */
async function findBody(rawFile: string, from: number): Promise<number> {
  let at = from - 3;
  let tail = '';
  for await (const chunk of createReadStream(rawFile, { start: at }) as AsyncIterable<Buffer>) {
    const text = tail + chunk.toString('latin1');
    const empty = /\n\r?\n/.exec(text);
    if (empty !== null) return at - tail.length + empty.index + empty[0].length;
    at += chunk.length;
    tail = text.slice(-3);
  }
  return at;
}
