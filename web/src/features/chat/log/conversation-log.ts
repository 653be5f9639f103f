import type { ConversationFact } from '@congso/contract/chat';
import type { AskErrorCode } from '../../../lib/ask-error.ts';

/**
 * A file of a message that is not confirmed. `key`: its upload's; `id`: its record's, null until it has arrived;
 * `isRefused`: the message was refused because of it.
 */
export type PendingFile = { key: string; id: string | null; name: string; size: number; isRefused?: boolean };

/**
 * A message of mine that the server has not confirmed. `waiting`: no line, or a file that has not arrived; `failed`:
 * refused, `reason` says why.
 */
export type PendingMessage = {
  clientId: string;
  authorId: string;
  text: string;
  files: readonly PendingFile[];
  replyTo: number | null;
  at: string;
  state: 'sending' | 'waiting' | 'failed';
  reason: AskErrorCode | null;
};

/**
 * What this page holds of one conversation. `facts` is one run without gaps, in the server's order; it is what is
 * shown. `ahead` came too early: something before it is missing. `head` is the last number known to be given out.
 */
export type ConversationLog = {
  facts: readonly ConversationFact[];
  ahead: readonly ConversationFact[];
  head: number;
  pending: readonly PendingMessage[];
};

export const EMPTY_LOG: ConversationLog = { facts: [], ahead: [], head: 0, pending: [] };

const seqOf = (fact: ConversationFact): number => fact.seq;
const lastSeqOf = (facts: readonly ConversationFact[]): number => facts.at(-1)?.seq ?? 0;

/**
 * Takes in facts from wherever they came: a page, a live event, an answer to a send; early, late, twice, in any order.
 * The result depends on which facts were taken in, never on the order of their coming, so every page that has all of
 * them shows the same (G3).
 */
export function withFacts(log: ConversationLog, incoming: readonly ConversationFact[], head = 0): ConversationLog {
  if (incoming.length === 0) return head > log.head ? { ...log, head } : log;
  const { facts, ahead } = joinRuns(log, incoming);
  const known = Math.max(log.head, head, lastSeqOf(facts), lastSeqOf(ahead));
  return { facts, ahead, head: known, pending: withoutConfirmed(log.pending, incoming) };
}

/**
 * Takes in facts of a conversation of which nothing is here yet: they wait for the page that they belong to, because a
 * run that began with them would hide what lies before.
 */
export function withFactsAhead(log: ConversationLog, incoming: readonly ConversationFact[]): ConversationLog {
  const ahead = inOrder([...log.ahead, ...incoming]);
  return {
    ...log,
    ahead,
    head: Math.max(log.head, lastSeqOf(ahead)),
    pending: withoutConfirmed(log.pending, incoming),
  };
}

/** The fact with a number, if it is shown. */
export function factAt({ facts }: ConversationLog, seq: number): ConversationFact | undefined {
  return facts[seq - (facts[0]?.seq ?? 0)];
}

/** The next number after which facts are missing, or null when nothing is. */
export function findGap(log: ConversationLog): number | null {
  const last = lastSeqOf(log.facts);
  return last > 0 && last < log.head ? last : null;
}

/** Whether the beginning of the conversation is here. */
export const isFromBeginning = (log: ConversationLog): boolean => log.head === 0 || log.facts[0]?.seq === 1;

export function withPending(log: ConversationLog, message: PendingMessage): ConversationLog {
  return { ...log, pending: [...log.pending, message] };
}

/** What became of a message of mine that is not confirmed. */
export function withPendingState(
  log: ConversationLog,
  clientId: string,
  state: PendingMessage['state'],
  reason: AskErrorCode | null = null,
): ConversationLog {
  return withPendingChange(log, clientId, () => ({ state, reason }));
}

/** Something else of it changed: a file arrived, or was taken out. */
export function withPendingChange(
  log: ConversationLog,
  clientId: string,
  change: (message: PendingMessage) => Partial<PendingMessage>,
): ConversationLog {
  const pending = log.pending.map((message) =>
    message.clientId === clientId ? { ...message, ...change(message) } : message,
  );
  return { ...log, pending };
}

export function withoutPending(log: ConversationLog, clientId: string): ConversationLog {
  return { ...log, pending: log.pending.filter((message) => message.clientId !== clientId) };
}

function withoutConfirmed(pending: readonly PendingMessage[], facts: readonly ConversationFact[]) {
  if (pending.length === 0) return pending;
  const confirmed = new Set(facts.flatMap((fact) => (fact.kind === 'sent' ? [fact.clientId] : [])));
  return pending.filter(({ clientId }) => !confirmed.has(clientId));
}

function joinRuns(log: ConversationLog, incoming: readonly ConversationFact[]) {
  const { facts, ahead } = log;
  // Every day: a live fact right after the last, a page right before the first. Nothing to sort among thousands.
  if (ahead.length === 0 && isRun(incoming)) {
    if (incoming[0]?.seq === lastSeqOf(facts) + 1) return { facts: [...facts, ...incoming], ahead };
    if (lastSeqOf(incoming) + 1 === facts[0]?.seq) return { facts: [...incoming, ...facts], ahead };
  }
  const all = inOrder([...facts, ...ahead, ...incoming]);
  // The run that is shown is the one that was shown; the first facts to come begin it.
  const anchor = log.facts[0]?.seq ?? Math.min(...incoming.map(seqOf));
  let from = all.findIndex((fact) => fact.seq === anchor);
  let to = from;
  while (all[from - 1]?.seq === (all[from]?.seq ?? 0) - 1) from -= 1;
  while (all[to + 1]?.seq === (all[to]?.seq ?? 0) + 1) to += 1;
  // Older than the run and not joined to it: the page in between brings it again.
  return { facts: all.slice(from, to + 1), ahead: all.slice(to + 1) };
}

const isRun = (facts: readonly ConversationFact[]): boolean =>
  facts.every(({ seq }, at) => at === 0 || seq === (facts[at - 1]?.seq ?? 0) + 1);

/** Each fact once, by its number. */
function inOrder(facts: readonly ConversationFact[]): ConversationFact[] {
  return [...new Map(facts.map((fact) => [fact.seq, fact])).values()].sort((a, b) => a.seq - b.seq);
}
