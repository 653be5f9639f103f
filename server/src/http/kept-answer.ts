import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { RequestHandler } from 'express';

/** The smaller first. */
const ENCODINGS = ['br', 'gzip'] as const;
const compress = { br: promisify(brotliCompress), gzip: promisify(gzip) };

/** Answers what is the same for everybody: made once, compressed once, and not sent again to who has it (RFC 9110, 13). */
export function keepAnswer(type: string, make: () => string): RequestHandler {
  let kept: ReturnType<typeof pack> | undefined;
  return async (request, response) => {
    kept ??= pack(make());
    const { etag, ...bodies } = await kept;
    response.set({ 'content-type': type, 'cache-control': 'no-cache', vary: 'accept-encoding', etag });
    if (request.fresh) return void response.status(304).end();
    const encoding = ENCODINGS.find((one) => request.acceptsEncodings(one));
    if (encoding) response.set('content-encoding', encoding);
    const body = bodies[encoding ?? 'identity'];
    response.set('content-length', String(body.length)).end(body);
  };
}

async function pack(text: string) {
  const identity = Buffer.from(text);
  const etag = `"${createHash('sha256').update(identity).digest('base64url')}"`;
  const [br, gzipped] = await Promise.all([compress.br(identity), compress.gzip(identity)]);
  return { etag, identity, br, gzip: gzipped };
}
