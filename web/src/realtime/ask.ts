import type { CommandName, CommandOutput, CommandRequest } from '@congso/contract/catalog';
import { askOverHttp, refusalOf } from './ask-over-http.ts';
import { requestOverSocket } from './socket.ts';

/**
 * Asks the office: a command or a query of the catalog, typed by its name. Over the socket while it is up, else over
 * HTTP. When the socket dies before the answer, the same ask is made again over HTTP: commands carry a request id or
 * are idempotent, so it has the effect of one (G2).
 *
 * @throws AskError
 */
export async function ask<K extends CommandName>(
  name: K,
  input: CommandRequest<K>,
  signal?: AbortSignal,
): Promise<CommandOutput<K>> {
  const answer = await requestOverSocket(name, input);
  signal?.throwIfAborted();
  if (answer === null) return askOverHttp(name, input, signal);
  if ('result' in answer) return answer.result as CommandOutput<K>;
  throw refusalOf(answer);
}
