import type { ConversationFact, SentFact } from '@congso/contract/chat';
import { addDays, civilDateOf, instantOf } from '@congso/language/dates';
import { type ConversationLog, isFromBeginning, type PendingMessage } from '../log/conversation-log.ts';

/** After a longer pause the author is named again. */
const PAUSE_MS = 5 * 60_000;

/** One line of the conversation as it is shown. `key` never changes for the same line. */
export type Row =
  | { kind: 'beginning'; key: string }
  | { kind: 'day'; key: string; date: string }
  | { kind: 'unread'; key: string }
  | { kind: 'sent'; key: string; fact: SentFact; isFirst: boolean }
  | { kind: 'event'; key: string; fact: Exclude<ConversationFact, SentFact> }
  | { kind: 'pending'; key: string; message: PendingMessage };

/** A civil day and its bounds as instants of the wire, whose text order is their order in time. */
type Day = { date: string; from: string; to: string };
/** The lines of a run of facts, and where the next fact goes on. */
type Made = {
  facts: readonly ConversationFact[];
  rows: readonly Row[];
  readSeq: number | null;
  day: Day | null;
  isDivided: boolean;
};

/**
 * Makes the lines of one conversation: where it begins, facts, a line before each new day, the divider before the first fact after
 * `readSeq` (null: none) of somebody else, and at the end what is not confirmed, or confirmed and waiting for a gap to
 * be filled. What was made before is used again: one more message among ten thousand costs one more line.
 */
export function makeRowsOf(myId: string): (log: ConversationLog, readSeq: number | null) => Row[] {
  let made: Made | null = null;
  return (log, readSeq) => {
    const before = made?.readSeq === readSeq && isBeginningOf(made.facts, log.facts) ? made : beginAt(readSeq);
    made = goOn(before, log.facts, myId);
    const first = log.head > 0 && isFromBeginning(log) ? [BEGINNING] : [];
    return [...first, ...made.rows, ...lastRowsOf(log, myId)];
  };
}

/** A line like any other: what stood above them all would be missing from the height by which the end is found. */
const BEGINNING: Row = { kind: 'beginning', key: 'beginning' };

const beginAt = (readSeq: number | null): Made => ({
  ...{ facts: [], rows: [], readSeq, day: null },
  isDivided: readSeq === null || readSeq === 0,
});

/** Both are runs without gaps: the same fact at the same place has the same facts before it. */
const isBeginningOf = (facts: readonly ConversationFact[], longer: readonly ConversationFact[]): boolean =>
  facts.length > 0 && facts.at(-1) === longer[facts.length - 1];

function goOn(before: Made, facts: readonly ConversationFact[], myId: string): Made {
  const rows = [...before.rows];
  const { readSeq } = before;
  let { day, isDivided } = before;
  let last = before.facts.at(-1);
  for (const fact of facts.slice(before.facts.length)) {
    const isNewDay = day === null || fact.at < day.from || fact.at >= day.to;
    if (day === null || isNewDay) {
      day = dayOf(fact.at);
      rows.push({ kind: 'day', key: `day:${fact.seq}`, date: day.date });
    }
    const beginsUnread = !isDivided && readSeq !== null && fact.seq > readSeq && fact.authorId !== myId;
    if (beginsUnread) {
      rows.push({ kind: 'unread', key: 'unread' });
      isDivided = true;
    }
    if (fact.kind === 'sent') {
      const isFirst = isNewDay || beginsUnread || !last || !continues(last, fact);
      rows.push({ kind: 'sent', key: `fact:${fact.seq}`, fact, isFirst });
    } else rows.push({ kind: 'event', key: `fact:${fact.seq}`, fact });
    last = fact;
  }
  return { facts, rows, readSeq, day, isDivided };
}

/** What I said stays in sight, whatever is still missing before it. */
function* lastRowsOf({ ahead, pending }: ConversationLog, myId: string): Generator<Row> {
  for (const fact of ahead) {
    if (fact.kind === 'sent' && fact.authorId === myId) {
      yield { kind: 'sent', key: `fact:${fact.seq}`, fact, isFirst: true };
    }
  }
  for (const message of pending) yield { kind: 'pending', key: `pending:${message.clientId}`, message };
}

function dayOf(at: string): Day {
  const date = civilDateOf(at);
  return { date, from: instantOf(date).toISOString(), to: instantOf(addDays(date, 1)).toISOString() };
}

function continues(before: ConversationFact, fact: SentFact): boolean {
  return (
    before.kind === 'sent' &&
    before.authorId === fact.authorId &&
    Date.parse(fact.at) - Date.parse(before.at) < PAUSE_MS
  );
}
