import type { ConversationFact } from '@congso/contract/chat';
import {
  type ConversationLog,
  EMPTY_LOG,
  findGap,
  isFromBeginning,
  withFacts,
} from '@congso/web/features/chat/log/conversation-log';
import type { Visitor } from './enter-office.ts';

const PAGE = 100;

/** What a page shows of one conversation, and what it was told of it. */
export type Page = {
  log(): ConversationLog;
  /** What the office told by itself, one list for each time the line was up, in the order of its coming. */
  readonly told: ConversationFact[][];
};

/**
 * Follows a conversation as a page does, with the browser's own reducer: reads it, takes in what is told, asks for
 * what a gap shows to be missing, and for what came since whenever the line is back.
 */
export async function followConversation(visitor: Visitor, conversationId: string): Promise<Page> {
  const told: ConversationFact[][] = [[]];
  let log = EMPTY_LOG;
  let isReading = false;
  let isBehind = false;

  const lacks = () => findGap(log) !== null || !isFromBeginning(log);
  /** Reads until nothing is missing, as far back as the beginning; asked while it reads, it reads once more. */
  async function catchUp(): Promise<void> {
    isBehind = true;
    if (isReading) return;
    isReading = true;
    try {
      while (isBehind || lacks()) {
        const { facts } = log;
        const older = !isBehind && findGap(log) === null ? { before: facts[0]?.seq ?? 0 } : null;
        isBehind = false;
        const place = older ?? { after: facts.at(-1)?.seq ?? 0 };
        const page = await visitor.insist('messages.list', { conversationId, ...place, limit: PAGE });
        log = withFacts(log, page.facts, page.head);
      }
    } finally {
      isReading = false;
    }
  }

  visitor.socket.on('connect', () => {
    told.push([]);
    void catchUp();
  });
  visitor.socket.on('conversation.facts', (event: { conversationId: string; facts: ConversationFact[] }) => {
    if (event.conversationId !== conversationId) return;
    told.at(-1)?.push(...event.facts);
    log = withFacts(log, event.facts);
    if (lacks()) void catchUp();
  });
  await catchUp();
  return { log: () => log, told };
}
