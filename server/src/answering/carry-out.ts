import type { CommandName } from '@congso/contract/catalog';
import { COMMANDS } from '@congso/contract/catalog';
import type { CommandDefinition } from '@congso/contract/command';
import type { ErrorAnswer } from '@congso/contract/errors';
import type { Office } from '@congso/domain/office/office';
import { Refusal } from '@congso/domain/office/refusal';
import type { SignedIn } from '@congso/domain/sessions/authenticate';
import { requireSettledPassword } from '@congso/domain/sessions/require-settled-password';
import { isStoreAway } from '@congso/domain/stores/mongo';
import type { Language } from '@congso/language/languages';
import { ZodError } from 'zod';
import { countCommand } from '../http/metrics.ts';
import type { Handler } from './handler.ts';
import { COMMAND_HANDLERS } from './registry.ts';
import { sayError } from './say-error.ts';
import { createShares } from './share-turns.ts';

/** What either door answers: the result, or an error with the HTTP status it goes under. */
export type Answer = { ok: true; result: unknown } | { ok: false; status: number; body: ErrorAnswer };

/** A page that comes back asks for twice as much at once; beyond what waits, somebody's program has run wild. */
const inShare = createShares({ atOnce: 10, mostWaiting: 300 });

/** Whether a name stands in the catalog; `__proto__` and the like do not. */
export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

/**
 * Carries out one command or query for whichever door it came through: parse, call the domain, answer.
 * Never throws: whatever goes wrong becomes an error with a code and a sentence in the reader's language (G7).
 */
export async function carryOut(
  office: Office,
  caller: SignedIn | null,
  name: string,
  rawInput: unknown,
  readerLanguage: Language,
): Promise<Answer> {
  const endCount = countCommand(isCommandName(name) ? name : 'unknown');
  const answer = await attempt(readerLanguage, office, async () => {
    if (!isCommandName(name) || !Object.hasOwn(COMMAND_HANDLERS, name)) throw new Refusal('UNKNOWN_COMMAND');
    if (!caller) throw new Refusal('NOT_SIGNED_IN');
    requireSettledPassword(caller, name);
    const definition: CommandDefinition = COMMANDS[name];
    const handler = COMMAND_HANDLERS[name as keyof typeof COMMAND_HANDLERS] as unknown as Handler<CommandName>;
    const input = definition.input.parse(rawInput) as Parameters<typeof handler>[2];
    return inShare(office, caller, (present) => handler(office, present, input));
  });
  endCount(answer.ok ? 'ok' : answer.body.error.code);
  return answer;
}

/** Runs a piece of a door and turns what it throws into an answer. */
export async function attempt(language: Language, office: Office, work: () => Promise<unknown>): Promise<Answer> {
  try {
    return { ok: true, result: await work() };
  } catch (error) {
    const refusal = asRefusal(error);
    if (refusal.code === 'INTERNAL' || refusal.code === 'UNAVAILABLE')
      office.log.error({ err: error }, 'command failed');
    return { ok: false, status: refusal.status, body: await sayError(refusal, language) };
  }
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof ZodError) return new Refusal('BAD_INPUT', { field: error.issues[0]?.path.join('.') ?? '' });
  // The command may or may not have happened; it carries a request id, so the client simply sends it again.
  if (isStoreAway(error)) return new Refusal('UNAVAILABLE');
  return new Refusal('INTERNAL');
}
