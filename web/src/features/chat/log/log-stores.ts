import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ConversationLog, EMPTY_LOG } from './conversation-log.ts';
import { keepQueue } from './kept-queue.ts';

/** `error`: why the first page did not come; `olderError`: why the past did not. Both until the next try. */
export type LogState = {
  log: ConversationLog;
  isLoaded: boolean;
  error: unknown;
  isLoadingOlder: boolean;
  olderError: unknown;
};
export type LogStore = StoreApi<LogState>;

const NEW: LogState = { log: EMPTY_LOG, isLoaded: false, error: null, isLoadingOlder: false, olderError: null };

/** Every conversation opened since this page was loaded stays here, so that coming back to one is instant. */
const stores = new Map<string, LogStore>();

/** The store of a conversation, made when it is first asked for. */
export function logStoreOf(conversationId: string): LogStore {
  let store = stores.get(conversationId);
  if (!store) {
    store = createStore<LogState>(() => NEW);
    stores.set(conversationId, store);
  }
  return store;
}

/** The store of a conversation that was opened or spoken in. */
export const findLogStore = (conversationId: string): LogStore | undefined => stores.get(conversationId);

export const listOpenedConversations = (): string[] => [...stores.keys()];

/** Changes the log of a conversation by a pure function; what is pending in it is kept on the device as well. */
export function changeLog(conversationId: string, change: (log: ConversationLog) => ConversationLog): void {
  const store = logStoreOf(conversationId);
  const before = store.getState().log;
  const log = change(before);
  if (log.pending !== before.pending) keepQueue(conversationId, before.pending, log.pending);
  store.setState({ log });
}
