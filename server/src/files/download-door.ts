import { pipeline } from 'node:stream/promises';
import { getFileAccess } from '@congso/domain/files/file-access';
import { harmlessMime } from '@congso/domain/files/harmless-mime';
import type { Office } from '@congso/domain/office/office';
import type { RequestHandler } from 'express';
import { callerOf } from './identify-caller.ts';

/** Formats a browser shows without running anything of theirs; SVG and HTML are none of them. */
const SHOWN_INLINE = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf']);

/**
 * `GET /files/{id}`: the bytes of a file, in parts where asked (RFC 9110, 14). Whatever an uploader put in, it never
 * runs as a page of the office: an attachment, or with `?inline` a picture or PDF under a sandboxing policy.
 */
export function downloadDoor(office: Office): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const { file } = await getFileAccess(office, callerOf(request), request.params.id);
    const mime = harmlessMime(file.mime);
    const isInline = request.query.inline !== undefined && SHOWN_INLINE.has(mime);
    response.set({
      'content-type': mime,
      'content-disposition': `${isInline ? 'inline' : 'attachment'}; ${nameParameters(file.name)}`,
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'self'",
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
      // Kept by the browser, but asked about each time: the right to read may have ended.
      'cache-control': 'private, no-cache',
      etag: `"${file._id}"`,
    });
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    const range = rangeOf(request, file.size);
    if (range === 'unsatisfiable') {
      response.status(416).set('content-range', `bytes */${file.size}`).end();
      return;
    }
    const { start, end } = range ?? { start: 0, end: file.size - 1 };
    if (range) response.status(206).set('content-range', `bytes ${start}-${end}/${file.size}`);
    response.set('content-length', String(end - start + 1));
    if (request.method === 'HEAD' || file.size === 0) {
      response.end();
      return;
    }
    const bytes = await office.blobs.read(file.sha256, { start, end });
    try {
      await pipeline(bytes, response);
    } catch (error) {
      office.log.debug({ err: error, fileId: file._id }, 'download cut off');
    }
  };
}

/** One range; several at once are answered with the whole, which RFC 9110 14.2 allows. */
function rangeOf(
  request: Parameters<RequestHandler<{ id: string }>>[0],
  size: number,
): { start: number; end: number } | 'unsatisfiable' | null {
  const ifRange = request.headers['if-range'];
  if (ifRange !== undefined && ifRange !== `"${request.params.id}"`) return null;
  const ranges = request.range(size);
  if (ranges === -1) return 'unsatisfiable';
  if (ranges === undefined || ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1) return null;
  return ranges[0] ?? null;
}

/** RFC 6266: a plain name for old readers, the real one in UTF-8 (RFC 8187). */
function nameParameters(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `filename="${plain}"; filename*=UTF-8''${encoded}`;
}
