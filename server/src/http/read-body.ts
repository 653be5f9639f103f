import { Refusal } from '@congso/domain/office/refusal';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { asBadRequest } from './answer-fault.ts';

/** A command is small. Whoever needs longer to send one is cut off; an upload has its own door and its own pace. */
const BODY_MS = 30_000;

/** Reads and parses the body of a request, which until then lies with the client. @throws Refusal */
export type ReadBody = (request: Request, response: Response) => Promise<unknown>;

/** @param limit of bytes */
export function readJson(limit: number): ReadBody {
  const parse: RequestHandler = express.json({ limit, strict: false });
  return async (request, response) => {
    // The parser would first wait for all of what it does not want.
    if (announcedBytes(request) > limit) throw new Refusal('TOO_LARGE');
    const deadline = setTimeout(() => request.destroy(), BODY_MS);
    try {
      await new Promise<void>((resolve, reject) => {
        void parse(request, response, (error: unknown) => (error ? reject(asBadRequest(error)) : resolve()));
      });
    } finally {
      clearTimeout(deadline);
    }
    return request.body;
  };
}

/** How long its sender says a body is; a command says it before it comes. */
function announcedBytes({ headers }: Request): number {
  return headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : Number.POSITIVE_INFINITY;
}
