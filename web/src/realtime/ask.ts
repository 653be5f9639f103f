import type { CommandName, CommandOutput, CommandRequest } from '@congso/contract/catalog';
import type { SocketAnswer } from '@congso/contract/socket';
import { askOverHttp, refusalOf } from './ask-over-http.ts';
import { socket } from './socket.ts';

/** A line that is half open answers nothing; the same ask over HTTP then decides. */
const SOCKET_TIMEOUT_MS = 8_000;

/**
 * Asks the office: a command or a query of the catalog, typed by its name. Over the socket while it is up, else over
 * HTTP. When the socket dies before the answer, the same ask is made again over HTTP: commands carry a request id or
 * are idempotent, so it has the effect of one (design G2).
 *
 * @throws AskError
 */
export async function ask<K extends CommandName>(
  name: K,
  input: CommandRequest<K>,
  signal?: AbortSignal,
): Promise<CommandOutput<K>> {
  if (!socket.connected) return askOverHttp(name, input, signal);
  const answer = await answerOverSocket(name, input);
  signal?.throwIfAborted();
  if (answer === null) return askOverHttp(name, input, signal);
  if ('result' in answer) return answer.result as CommandOutput<K>;
  throw refusalOf(answer);
}

/** Null when no answer came. */
async function answerOverSocket(name: CommandName, input: unknown): Promise<SocketAnswer | null> {
  try {
    return await socket.timeout(SOCKET_TIMEOUT_MS).emitWithAck('request', { name, input });
  } catch {
    // Timed out or disconnected, which is all emitWithAck rejects with; HTTP takes over.
    return null;
  }
}
