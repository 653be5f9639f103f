import type { CommandName } from '@congso/contract/catalog';
import { COMMANDS } from '@congso/contract/catalog';
import type { CommandDefinition } from '@congso/contract/command';
import type { ErrorAnswer } from '@congso/contract/errors';
import type { Caller } from '@congso/domain/office/caller';
import type { Office } from '@congso/domain/office/office';
import { Refusal } from '@congso/domain/office/refusal';
import { authenticateSession, type SignedIn } from '@congso/domain/sessions/authenticate';
import { requireSettledPassword } from '@congso/domain/sessions/require-settled-password';
import { BlobLost } from '@congso/domain/stores/disk/whole-blobs';
import { isStoreAway } from '@congso/domain/stores/mongo';
import type { Language } from '@congso/language/languages';
import { ZodError } from 'zod';
import { countCommand } from '../health/metrics.ts';
import type { Handler } from './handler.ts';
import { parseInput } from './parse-input.ts';
import { COMMAND_HANDLERS } from './registry.ts';
import { requireRoom } from './require-room.ts';
import { sayError } from './say-error.ts';
import { createShares } from './share-turns.ts';

/** What either door answers: the result, or an error with the HTTP status it goes under. */
export type Answer = { ok: true; result: unknown } | ({ ok: false } & Refused);
export type Refused = { status: number; body: ErrorAnswer };

/** A page that comes back asks for many things at once; beyond what waits, somebody's program has run wild. */
const inShare = createShares({ atOnce: 10, mostWaiting: 300 });
/** Whoever takes so long to say what they want may be signed out by then. */
const LONG_MS = 100;

/** Whether a name stands in the catalog; `__proto__` and the like do not. */
export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

/**
 * Carries out one command or query for whichever door it came through: parse, call the domain, answer.
 * Never throws: whatever goes wrong becomes an error with a code and a sentence in the reader's language (G7).
 *
 * @param readInput is called when it is the caller's turn, and not at all when they are refused before
 */
export async function carryOut(
  office: Office,
  caller: SignedIn | null,
  name: string,
  readInput: () => unknown,
  readerLanguage: Language,
): Promise<Answer> {
  const endCount = countCommand(isCommandName(name) ? name : 'unknown');
  const answer = await attempt(readerLanguage, office, async () => {
    if (!isCommandName(name) || !Object.hasOwn(COMMAND_HANDLERS, name)) throw new Refusal('UNKNOWN_COMMAND');
    if (!caller) throw new Refusal('NOT_SIGNED_IN');
    requireSettledPassword(caller, name);
    await requireRoom(office, COMMANDS[name], name);
    return inShare(office, caller, (present) => handle(office, present, name, readInput));
  });
  endCount(answer.ok ? 'ok' : answer.body.error.code);
  return answer;
}

async function handle(office: Office, caller: Caller, name: CommandName, readInput: () => unknown): Promise<unknown> {
  const definition: CommandDefinition = COMMANDS[name];
  const handler = COMMAND_HANDLERS[name as keyof typeof COMMAND_HANDLERS] as unknown as Handler<CommandName>;
  const start = performance.now();
  const input = parseInput(definition.input, await readInput()) as Parameters<typeof handler>[2];
  const isLong = performance.now() - start > LONG_MS;
  const present: Caller | null = isLong ? await authenticateSession(office, caller.sessionId) : caller;
  if (!present) throw new Refusal('NOT_SIGNED_IN');
  if (definition.kind === 'command') await office.relay.roomFor(present.personId);
  return handler(office, present, input);
}

/** Runs a piece of a door and turns what it throws into an answer. */
export async function attempt(language: Language, office: Office, work: () => Promise<unknown>): Promise<Answer> {
  try {
    return { ok: true, result: await work() };
  } catch (error) {
    const refusal = asRefusal(error);
    if (refusal.code === 'INTERNAL' || refusal.code === 'UNAVAILABLE' || refusal.code === 'CONTENT_LOST')
      office.log.error({ err: error }, 'command failed');
    return { ok: false, status: refusal.status, body: await sayError(refusal, language) };
  }
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof ZodError) return new Refusal('BAD_INPUT', { field: error.issues[0]?.path.join('.') ?? '' });
  // The command may or may not have happened; it carries a request id, so the client simply sends it again.
  if (error instanceof BlobLost) return new Refusal('CONTENT_LOST');
  if (isStoreAway(error)) return new Refusal('UNAVAILABLE');
  return new Refusal('INTERNAL');
}
