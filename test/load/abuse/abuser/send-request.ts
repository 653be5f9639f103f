import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
/** Whoever abuses does not wait for ever. */
const PATIENCE_MS = 30_000;

export type Wanted = {
  readonly method?: 'GET' | 'POST';
  readonly token?: string;
  readonly body?: string;
  /** An address of loopback it comes from. */
  readonly from?: string;
};

/** One HTTP request over a kept connection; answers its status, or `cut` when there was no answer. */
export function sendRequest(url: string, path: string, { method = 'GET', token, body, from }: Wanted): Promise<string> {
  return new Promise((resolve) => {
    const sent = request(
      `${url}${path}`,
      {
        agent,
        method,
        timeout: PATIENCE_MS,
        ...(from !== undefined && { localAddress: from }),
        headers: {
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
        },
      },
      (response) => {
        response.resume();
        response.once('close', () => resolve(response.complete ? String(response.statusCode) : 'cut'));
      },
    );
    sent.once('timeout', () => sent.destroy());
    sent.once('error', () => resolve('cut'));
    sent.end(body);
  });
}
