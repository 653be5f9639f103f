import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Splitter } from '@zone-eu/mailsplit';

/** A part of a message that holds no other parts, decoded as its transfer encoding says. */
export type LeafPart = { contentType: string; charset: string; filename: string; bytes: Buffer; sha256: string };

type Piece = {
  type: string;
  value?: Buffer;
  contentType?: string | false;
  charset?: string | false;
  filename?: string | false;
  multipart?: string | false;
  messageNode?: boolean;
  getDecoder?: () => Transform;
};

/** Every leaf part of a raw message, of letters inside it too, as a splitter finds them without any parser of ours. */
export async function listLeafParts(rawFile: string): Promise<LeafPart[]> {
  const parts: Promise<LeafPart>[] = [];
  let open: Transform | null = null;
  const splitter = createReadStream(rawFile).pipe(new Splitter({ maxChildNodes: 10_000 }));
  for await (const piece of splitter as AsyncIterable<Piece>) {
    if (piece.type === 'body') open?.write(piece.value);
    if (piece.type !== 'node') continue;
    open?.end();
    open = null;
    const isLeaf = !piece.multipart && !(piece.contentType === 'message/rfc822' && piece.messageNode);
    if (!isLeaf || !piece.getDecoder) continue;
    open = piece.getDecoder();
    parts.push(decode(piece, open));
  }
  open?.end();
  return Promise.all(parts);
}

async function decode(piece: Piece, decoder: Transform): Promise<LeafPart> {
  const bytes = await buffer(decoder);
  return {
    contentType: piece.contentType || 'text/plain',
    charset: piece.charset || '',
    filename: piece.filename || '',
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}
