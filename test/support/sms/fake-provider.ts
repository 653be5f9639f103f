import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { SmsSettings } from '@congso/contract/sms';

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** A provider on the other side of the network, as friendly or as silent as a test wants it. */
export type FakeProvider = {
  /** What it was asked, in order. */
  readonly calls: { readonly method: string; readonly parameters: URLSearchParams; readonly at: number }[];
  /** How it answers from now on. */
  answer: Answer;
  /** Waits until it was called that often. */
  called(count: number): Promise<void>;
  settings(change?: Partial<Extract<SmsSettings, { provider: 'http' }>>): Extract<SmsSettings, { provider: 'http' }>;
  stop(): Promise<void>;
};

/** Starts one on a free loopback port; it says "100 OK" until told otherwise. */
export async function startFakeProvider(): Promise<FakeProvider> {
  const calls: FakeProvider['calls'] = [];
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (piece: string) => {
      body += piece;
    });
    request.on('end', () => {
      const query = new URL(request.url ?? '/', 'http://provider').search;
      calls.push({ method: request.method ?? '', parameters: new URLSearchParams(body || query), at: Date.now() });
      for (const look of waiting) look();
      provider.answer(request, response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const provider: FakeProvider = {
    calls,
    answer: (_request, response) => response.end('100 OK'),
    called: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (calls.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    settings: (change = {}) => ({
      ...{ provider: 'http', url: `http://127.0.0.1:${port}/send?v=1`, method: 'POST', successPattern: '^100' },
      parameters: [
        { name: 'key', value: 's3cret&key', isSecret: true },
        { name: 'to', value: '{{to}}', isSecret: false },
        { name: 'text', value: '{{text}}', isSecret: false },
        { name: 'id', value: 'congso-{{requestId}}', isSecret: false },
      ],
      ...{ perSecond: 100, deduplicates: false, timeoutMs: 5_000 },
      ...change,
    }),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return provider;
}
