import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { SmsSettings } from '@congso/contract/sms';
import type { OutgoingSms, SmsOutcome, SmsProvider } from './sms-provider.ts';

type HttpSettings = Extract<SmsSettings, { provider: 'http' }>;

/** More of an answer than this is not read; a pattern looks at no more. */
const ANSWER_LENGTH = 2_000;
const SAID_LENGTH = 200;

/** Any provider that takes one HTTP request per SMS; Kannel's sendsms is one. Redirects are not followed. */
export function createHttpProvider(settings: HttpSettings): SmsProvider {
  const pattern = new RegExp(settings.successPattern, 'u');
  return {
    name: new URL(settings.url).origin,
    perSecond: settings.perSecond,
    deduplicates: settings.deduplicates,
    send: async (sms) => {
      const call = await callProvider(settings, fill(settings, sms));
      return { kind: judge(call, pattern), said: withoutSecrets(settings, call.said).slice(0, SAID_LENGTH) };
    },
  };
}

type Call = { isConnected: boolean; status: number | null; said: string };

/** An answer below 500 is the provider's own yes or no. A 5xx may come from a proxy that already handed the SMS on. */
function judge({ isConnected, status, said }: Call, pattern: RegExp): SmsOutcome['kind'] {
  if (!isConnected) return 'not-sent';
  if (status === null || status >= 500) return 'unknown';
  return pattern.test(said) ? 'accepted' : 'failed';
}

function fill({ parameters }: HttpSettings, sms: OutgoingSms): URLSearchParams {
  const values: Record<string, string> = { to: sms.phone, text: sms.text, requestId: sms.id };
  const filled = new URLSearchParams();
  for (const { name, value } of parameters) {
    filled.append(
      name,
      value.replace(/\{\{(to|text|requestId)\}\}/g, (whole, key: string) => values[key] ?? whole),
    );
  }
  return filled;
}

/** Never rejects: how far the call came decides whether the SMS may be tried again. */
function callProvider(settings: HttpSettings, parameters: URLSearchParams): Promise<Call> {
  const url = new URL(settings.url);
  const isGet = settings.method === 'GET';
  if (isGet) for (const [name, value] of parameters) url.searchParams.append(name, value);
  const body = isGet ? '' : parameters.toString();
  return new Promise((resolve) => {
    const call: Call = { isConnected: false, status: null, said: '' };
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = send(url, {
      method: settings.method,
      // A connection of its own: a kept one may break under the request, and then nobody knows whether it was read.
      agent: false,
      signal: AbortSignal.timeout(settings.timeoutMs),
      headers: isGet ? {} : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length },
    });
    request.on('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        call.isConnected = true;
      });
    });
    request.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ ...call, status: null, said: error.code ?? error.name }),
    );
    request.on('response', (response) => {
      read(response).then(
        (said) => resolve({ ...call, status: response.statusCode ?? null, said }),
        (error: NodeJS.ErrnoException) => resolve({ ...call, status: null, said: error.code ?? error.name }),
      );
    });
    request.end(body);
  });
}

async function read(response: IncomingMessage): Promise<string> {
  let said = '';
  response.setEncoding('utf8');
  for await (const piece of response as AsyncIterable<string>) {
    said += piece;
    if (said.length >= ANSWER_LENGTH) break;
  }
  return said.slice(0, ANSWER_LENGTH);
}

/** Some gateways repeat the whole request in their refusal, and what they say is stored and shown. */
function withoutSecrets({ parameters }: HttpSettings, said: string): string {
  return parameters
    .filter(({ isSecret, value }) => isSecret && value !== '')
    .reduce((text, { value }) => text.replaceAll(value, '***').replaceAll(encodeURIComponent(value), '***'), said);
}
