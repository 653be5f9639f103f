import type { ConversationFact, SentFact } from '@congso/contract/chat';
import { civilDateOf } from '@congso/language/dates';
import type { ConversationLog, PendingMessage } from '../log/conversation-log.ts';

/** After a longer pause the author is named again. */
const PAUSE_MS = 5 * 60_000;

/** One line of the conversation as it is shown. `key` never changes for the same line. */
export type Row =
  | { kind: 'day'; key: string; date: string }
  | { kind: 'unread'; key: string }
  | { kind: 'sent'; key: string; fact: SentFact; isFirst: boolean }
  | { kind: 'event'; key: string; fact: Exclude<ConversationFact, SentFact> }
  | { kind: 'pending'; key: string; message: PendingMessage };

/**
 * The lines of a conversation: facts, a line before each new day, the divider before the first fact after `readSeq`
 * (null: none), and at the end what is not confirmed.
 */
export function rowsOf(log: ConversationLog, readSeq: number | null, myId: string): Row[] {
  const rows: Row[] = [];
  let last: ConversationFact | undefined;
  let isDivided = readSeq === null || readSeq === 0;
  for (const fact of log.facts) {
    const date = civilDateOf(fact.at);
    const isNewDay = !last || civilDateOf(last.at) !== date;
    if (isNewDay) rows.push({ kind: 'day', key: `day:${fact.seq}`, date });
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
  for (const message of log.pending) rows.push({ kind: 'pending', key: `pending:${message.clientId}`, message });
  return rows;
}

function continues(before: ConversationFact, fact: SentFact): boolean {
  return (
    before.kind === 'sent' &&
    before.authorId === fact.authorId &&
    Date.parse(fact.at) - Date.parse(before.at) < PAUSE_MS
  );
}
