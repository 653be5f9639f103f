import type { CommandName, CommandOutput, CommandRequest } from '@congso/contract/catalog';
import type { ErrorAnswer } from '@congso/contract/errors';
import { AskError } from '../lib/ask-error.ts';
import { readLanguage } from '../lib/language.ts';
import { hearServerTime } from '../lib/time/office-clock.ts';
import { reportSessionEnded } from './connection.ts';
import { ownerHeaders } from './page-owner.ts';

const TIMEOUT_MS = 30_000;

/**
 * Asks by `POST /api/<name>`. Commands that set or clear the session cookie, and those that must not be sent twice
 * (they carry no request id), go this way only; everything else through `ask`.
 */
export async function askOverHttp<K extends CommandName>(
  name: K,
  input: CommandRequest<K>,
  signal?: AbortSignal,
): Promise<CommandOutput<K>> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), TIMEOUT_MS);
  const giveUp = () => timeout.abort();
  signal?.addEventListener('abort', giveUp);
  try {
    const askedAt = performance.now();
    const response = await fetch(`/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': readLanguage(), ...ownerHeaders() },
      body: JSON.stringify(input),
      credentials: 'same-origin',
      signal: timeout.signal,
    });
    hearServerTime(response.headers.get('date'), performance.now() - askedAt);
    const body: unknown = await response.json();
    if (response.ok) return body as CommandOutput<K>;
    throw refusalOf(body);
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (error instanceof AskError) throw error;
    // No answer, or one that is not ours (a proxy's page): it may or may not have happened.
    throw new AskError('UNREACHABLE');
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
  }
}

/** Turns an error answer into an AskError; the end of the session is told to the whole page. */
export function refusalOf(body: unknown): AskError {
  const error = (body as Partial<ErrorAnswer> | null)?.error;
  if (!error) return new AskError('UNREACHABLE');
  if (error.code === 'NOT_SIGNED_IN') reportSessionEnded();
  return new AskError(error.code, error.field ?? null);
}
