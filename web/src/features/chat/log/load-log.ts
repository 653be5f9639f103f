import type { ConversationFact } from '@congso/contract/chat';
import { LIMITS } from '@congso/contract/limits';
import { ask } from '../../../realtime/ask.ts';
import { findGap, withFacts, withFactsAhead } from './conversation-log.ts';
import { changeLog, findLogStore, listOpenedConversations, logStoreOf } from './log-stores.ts';

const FIRST_PAGE = 50;
const PAGE = LIMITS.pageSize;

const busy = new Set<string>();
/** Asked to catch up while busy: the reading under way may be of the line before, and fail. */
const askedAgain = new Set<string>();

/**
 * Facts that were told, by the line or as the answer to a send: shown if the conversation was opened; a gap before them
 * is filled from the server.
 */
export function receiveFacts(conversationId: string, facts: readonly ConversationFact[]): void {
  const store = findLogStore(conversationId);
  if (!store) return;
  const { isLoaded, log } = store.getState();
  // With nothing before them they cannot begin the run: what lies before would never be asked for.
  const isJoined = isLoaded && (log.facts.length > 0 || facts[0]?.seq === 1);
  changeLog(conversationId, (held) => (isJoined ? withFacts(held, facts) : withFactsAhead(held, facts)));
  if (isLoaded && !isJoined) void catchUp(conversationId);
  else if (findGap(store.getState().log) !== null) void fillGaps(conversationId);
}

/** After a lost line: every opened conversation asks for what it lacks. */
export function catchUpAll(): void {
  for (const conversationId of listOpenedConversations()) void catchUp(conversationId);
}

/** Loads the last page the first time, and afterwards whatever came since. */
export function catchUp(conversationId: string): Promise<void> {
  askedAgain.add(conversationId);
  return read(conversationId);
}

const fillGaps = read;

/** One reading of a conversation at a time: what came since, when that was asked for, and then what is missing. */
async function read(conversationId: string): Promise<void> {
  if (busy.has(conversationId)) return;
  busy.add(conversationId);
  try {
    do await readOnce(conversationId);
    while (askedAgain.has(conversationId));
  } finally {
    busy.delete(conversationId);
  }
}

async function readOnce(conversationId: string): Promise<void> {
  const store = logStoreOf(conversationId);
  try {
    if (askedAgain.delete(conversationId)) await readNewest(conversationId);
    for (let gap = findGap(store.getState().log); gap !== null; gap = findGap(store.getState().log)) {
      const page = await ask('messages.list', { conversationId, after: gap, limit: PAGE });
      if (page.facts.length === 0) return;
      changeLog(conversationId, (log) => withFacts(log, page.facts, page.head));
    }
  } catch (error) {
    store.setState({ error });
  }
}

async function readNewest(conversationId: string): Promise<void> {
  const store = logStoreOf(conversationId);
  store.setState({ error: null, olderError: null });
  const after = store.getState().log.facts.at(-1)?.seq;
  const place = after === undefined ? { limit: FIRST_PAGE } : { after, limit: PAGE };
  const page = await ask('messages.list', { conversationId, ...place });
  changeLog(conversationId, (log) => withFacts(log, page.facts, page.head));
  store.setState({ isLoaded: true });
}
