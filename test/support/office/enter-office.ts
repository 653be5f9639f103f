import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandName, CommandOutput, CommandRequest } from '@congso/contract/catalog';
import type { ErrorAnswer, ErrorCode } from '@congso/contract/errors';
import { PROTOCOL_VERSION } from '@congso/contract/protocol';
import type { SocketAnswer } from '@congso/contract/socket';
import { io, type Socket } from 'socket.io-client';
import { PASSWORD } from './start-office.ts';

/** An answer lost with its line is not waited for longer. */
const ANSWER_MS = 8_000;
/** Longer than a server looks for its database, twice in one command, before it says that it is away. */
const HTTP_ANSWER_MS = 15_000;
const AGAIN_MS = 200;

/** Why an ask was not answered with a result; `UNREACHABLE` when no answer came at all. */
export class NotDone extends Error {
  override name = 'NotDone';
  readonly code: ErrorCode | 'UNREACHABLE';
  readonly answer: unknown;
  constructor(code: NotDone['code'], answer: unknown) {
    super(`${code} ${JSON.stringify(answer)}`);
    this.code = code;
    this.answer = answer;
  }
}

/** Somebody at a browser, without the browser: signed in over HTTP, with an open line. */
export type Visitor = {
  readonly personId: string;
  readonly url: string;
  readonly cookie: string;
  readonly socket: Socket;
  /** Asks once, as a page does: over the line, and over HTTP when the line is down or gave no answer. Throws NotDone. */
  ask<K extends CommandName>(name: K, input: CommandRequest<K>): Promise<CommandOutput<K>>;
  /** Asks the same until the office says yes or no; away is neither. `onWait` is told each reason to ask again. */
  insist<K extends CommandName>(
    name: K,
    input: CommandRequest<K>,
    onWait?: (reason: NotDone) => void,
  ): Promise<CommandOutput<K>>;
};

/** `POST /api/<name>`. Throws NotDone. */
export async function askOverHttp<K extends CommandName>(
  url: string,
  cookie: string,
  name: K,
  input: CommandRequest<K>,
): Promise<CommandOutput<K>> {
  const headers = { 'content-type': 'application/json', cookie };
  const signal = AbortSignal.timeout(HTTP_ANSWER_MS);
  const answer = await fetch(`${url}/api/${name}`, { method: 'POST', headers, body: JSON.stringify(input), signal })
    .then(async (response) => ({ isGood: response.ok, body: (await response.json()) as unknown }))
    .catch((error: unknown) => Promise.reject(new NotDone('UNREACHABLE', String(error))));
  if (answer.isGood) return answer.body as CommandOutput<K>;
  throw refusalOf(answer.body);
}

function refusalOf(body: unknown): NotDone {
  return new NotDone((body as Partial<ErrorAnswer> | null)?.error?.code ?? 'UNREACHABLE', body);
}

/** Signs in through the API; answers the cookie. */
export async function signIn(url: string, login: string, password = PASSWORD): Promise<string> {
  const response = await fetch(`${url}/api/session.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  if (!response.ok) throw refusalOf(await response.json());
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

const visitors = new Set<Visitor>();

/** Signs in and opens the line; settles when it is up. It comes back by itself whenever it was lost. */
export async function enterOffice(url: string, personId: string): Promise<Visitor> {
  const cookie = await signIn(url, personId);
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    auth: { protocol: PROTOCOL_VERSION },
    extraHeaders: { cookie },
    reconnectionDelay: AGAIN_MS,
    reconnectionDelayMax: 2 * AGAIN_MS,
    timeout: ANSWER_MS,
  });
  socket.on('disconnect', (reason) => {
    if (reason === 'io server disconnect') socket.connect();
  });
  socket.on('connect_error', () => {
    // Refused by the server itself, which ends socket.io's own attempts: it may still be starting.
    if (!socket.active) setTimeout(() => visitors.has(visitor) && socket.connect(), AGAIN_MS);
  });

  const ask: Visitor['ask'] = async (name, input) => {
    const answer = socket.connected ? await askOverSocket(socket, name, input) : null;
    if (answer === null) return askOverHttp(url, cookie, name, input);
    if ('result' in answer) return answer.result as never;
    throw refusalOf(answer);
  };
  const insist: Visitor['insist'] = async (name, input, onWait) => {
    for (;;) {
      try {
        return await ask(name, input);
      } catch (error) {
        if (!(error instanceof NotDone) || !['UNREACHABLE', 'UNAVAILABLE'].includes(error.code)) throw error;
        onWait?.(error);
        await sleep(AGAIN_MS);
      }
    }
  };
  const visitor: Visitor = { personId, url, cookie, socket, ask, insist };
  visitors.add(visitor);
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  return visitor;
}

/** One request over the line; null when no answer came. */
export async function askOverSocket(socket: Socket, name: string, input: unknown): Promise<SocketAnswer | null> {
  try {
    return (await socket.timeout(ANSWER_MS).emitWithAck('request', { name, input })) as SocketAnswer;
  } catch {
    return null; // timed out or disconnected, which is all that emitWithAck rejects with
  }
}

/** Everybody who came in goes. */
export function leaveOffice(): void {
  for (const { socket } of visitors) socket.disconnect();
  visitors.clear();
}
