import { LIMITS } from '@congso/contract/limits';
import { ask } from '../../../realtime/ask.ts';
import { isFromBeginning, withFacts } from './conversation-log.ts';
import { changeLog, logStoreOf } from './log-stores.ts';

/** What somebody who scrolls up reads next; a jump far back asks for the largest pages, several at once. */
const PAGE = 50;
const JUMP_PAGE = LIMITS.pageSize;
const PAGES_AT_ONCE = 5;

/** The loading under way in each conversation: a jump waits for what scrolling had begun. */
const running = new Map<string, Promise<void>>();

/** One more page of the past; nothing when the beginning is here. */
export const loadOlder = (conversationId: string): Promise<void> => loadPast(conversationId, PAGE);

/** Loads the past until a message is here. False when it could not be had. */
export async function loadBackTo(conversationId: string, seq: number): Promise<boolean> {
  const store = logStoreOf(conversationId);
  for (;;) {
    const [first] = store.getState().log.facts;
    if (!first || first.seq <= seq) return first !== undefined;
    await loadPast(conversationId, Math.min(first.seq - seq, PAGES_AT_ONCE * JUMP_PAGE));
    // The same first message as before: nothing came, the error is shown.
    if (store.getState().log.facts[0]?.seq === first.seq) return false;
  }
}

/** Loads at least so many facts of the past. The numbers have no gaps, so every page is known before the first comes. */
function loadPast(conversationId: string, count: number): Promise<void> {
  const loading = running.get(conversationId) ?? load(conversationId, count);
  running.set(conversationId, loading);
  return loading;
}

async function load(conversationId: string, count: number): Promise<void> {
  const store = logStoreOf(conversationId);
  const { log } = store.getState();
  const [first] = log.facts;
  if (!first || isFromBeginning(log)) return;
  store.setState({ isLoadingOlder: true, olderError: null });
  try {
    const limit = Math.max(PAGE, Math.min(count, JUMP_PAGE));
    const befores: number[] = [];
    for (let before = first.seq; before > Math.max(first.seq - count, 1); before -= limit) befores.unshift(before);
    const pages = await Promise.all(befores.map((before) => ask('messages.list', { conversationId, before, limit })));
    const facts = pages.flatMap((page) => page.facts);
    changeLog(conversationId, (held) => withFacts(held, facts, pages.at(-1)?.head));
  } catch (olderError) {
    store.setState({ olderError });
  } finally {
    running.delete(conversationId);
    store.setState({ isLoadingOlder: false });
  }
}
