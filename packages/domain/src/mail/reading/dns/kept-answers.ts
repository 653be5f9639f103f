import { Resolver } from 'node:dns/promises';
import { dnsError, type Resolve } from '../child/ask-over.ts';

/** How long an answer is believed. Shorter than any zone's own time: a key that was withdrawn is noticed soon. */
const KEPT_MS = { found: 60_000, none: 60_000, failed: 5_000 } as const;
const MOST_ANSWERS = 5_000;
const MOST_BYTES = 8 * 1024 * 1024;
/** Of one try; a name server is asked twice. */
const TRY_MS = 500;

/** That there is no such name, or nothing of that type under it: an answer like any other. */
const NONE = new Set(['ENOTFOUND', 'ENODATA']);
/** A name no server can be asked for has no record, today and tomorrow. */
const IMPOSSIBLE = new Set(['EBADNAME', 'EBADQUERY', 'EBADSTR']);

type Kept = { readonly answer: Promise<unknown[]>; until: number; bytes: number };

/**
 * Asks name servers and keeps what they answer for a while, bounded: a thousand letters of one sender ask the same three
 * questions. Whoever asks while a question is on its way shares its answer. What is no answer at all throws ETIMEOUT, in
 * whatever words c-ares gives up: to mailauth only that is "ask again later".
 *
 * @param servers `ip:port`; empty for the system's own
 */
export function keepAnswers(servers: readonly string[], now: () => number = () => performance.now()): Resolve {
  const resolver = new Resolver({ timeout: TRY_MS, tries: 2 });
  if (servers.length > 0) resolver.setServers([...servers]);
  const kept = new Map<string, Kept>();
  let bytes = 0;

  const drop = (question: string) => {
    bytes -= kept.get(question)?.bytes ?? 0;
    kept.delete(question);
  };
  const settle = (question: string, entry: Kept, keptMs: number, size: number) => {
    if (kept.get(question) !== entry) return;
    entry.until = now() + keptMs;
    entry.bytes = size;
    bytes += size;
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_ANSWERS && bytes <= MOST_BYTES) break;
      drop(oldest);
    }
  };
  return (name, type) => {
    const question = `${type} ${name.toLowerCase()}`;
    const known = kept.get(question);
    if (known && known.until > now()) return known.answer;
    drop(question);
    const answer = ask(resolver, name, type);
    const entry: Kept = { answer, until: Number.POSITIVE_INFINITY, bytes: 0 };
    kept.set(question, entry);
    answer.then(
      (records) => settle(question, entry, KEPT_MS.found, JSON.stringify(records).length),
      (error: NodeJS.ErrnoException) =>
        settle(question, entry, NONE.has(error.code ?? '') ? KEPT_MS.none : KEPT_MS.failed, 0),
    );
    return answer;
  };
}

async function ask(resolver: Resolver, name: string, type: string): Promise<unknown[]> {
  try {
    return (await resolver.resolve(name, type)) as unknown[];
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (NONE.has(code)) throw error;
    throw dnsError(name, IMPOSSIBLE.has(code) ? 'ENOTFOUND' : 'ETIMEOUT');
  }
}
