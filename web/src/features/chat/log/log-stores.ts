import type { ConversationFact } from '@congso/contract/chat';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { ask } from '../../../realtime/ask.ts';
import { type ConversationLog, EMPTY_LOG, findGap, isFromBeginning, withFacts } from './conversation-log.ts';

const PAGE = 50;
const GAP_PAGE = 100;

type LogState = {
  log: ConversationLog;
  isLoaded: boolean;
  isLoadingOlder: boolean;
  error: unknown;
};
export type LogStore = StoreApi<LogState>;

/** Every conversation opened since this page was loaded stays here, so that coming back to one is instant. */
const stores = new Map<string, LogStore>();
const busy = new Set<string>();
/** Asked to catch up while busy: the reading under way may be of the line before, and fail. */
const askedAgain = new Set<string>();

/** The store of a conversation, made when it is first asked for. */
export function logStoreOf(conversationId: string): LogStore {
  let store = stores.get(conversationId);
  if (!store) {
    store = createStore<LogState>(() => ({ log: EMPTY_LOG, isLoaded: false, isLoadingOlder: false, error: null }));
    stores.set(conversationId, store);
  }
  return store;
}

/** The log of a conversation, loaded and kept up to date while it is shown. */
export function useConversationLog(conversationId: string): LogState {
  const store = logStoreOf(conversationId);
  useEffect(() => void catchUp(conversationId), [conversationId]);
  return useStore(store);
}

/** Changes the log of a conversation by a pure function. */
export function changeLog(conversationId: string, change: (log: ConversationLog) => ConversationLog): void {
  logStoreOf(conversationId).setState(({ log }) => ({ log: change(log) }));
}

/** Facts that were told: shown if the conversation was opened; a gap before them is filled from the server. */
export function receiveFacts(conversationId: string, facts: readonly ConversationFact[]): void {
  const store = stores.get(conversationId);
  if (!store?.getState().isLoaded) return;
  changeLog(conversationId, (log) => withFacts(log, facts));
  if (findGap(store.getState().log) !== null) void fillGaps(conversationId);
}

/** After a lost line: every opened conversation asks for what it lacks. */
export function catchUpAll(): void {
  for (const conversationId of stores.keys()) void catchUp(conversationId);
}

/** Loads the last page the first time, and afterwards whatever came since. */
export async function catchUp(conversationId: string): Promise<void> {
  const store = logStoreOf(conversationId);
  if (busy.has(conversationId)) {
    askedAgain.add(conversationId);
    return;
  }
  busy.add(conversationId);
  try {
    const last = store.getState().log.facts.at(-1)?.seq;
    const page = await ask('messages.list', {
      conversationId,
      limit: last === undefined ? PAGE : GAP_PAGE,
      ...(last !== undefined && { after: last }),
    });
    changeLog(conversationId, (log) => withFacts(log, page.facts, page.head));
    store.setState({ isLoaded: true, error: null });
  } catch (error) {
    store.setState({ error });
    if (!askedAgain.has(conversationId)) return;
  } finally {
    busy.delete(conversationId);
  }
  if (askedAgain.delete(conversationId)) await catchUp(conversationId);
  else await fillGaps(conversationId);
}

async function fillGaps(conversationId: string): Promise<void> {
  const store = logStoreOf(conversationId);
  if (busy.has(conversationId)) return;
  busy.add(conversationId);
  try {
    for (let gap = findGap(store.getState().log); gap !== null; gap = findGap(store.getState().log)) {
      const page = await ask('messages.list', { conversationId, after: gap, limit: GAP_PAGE });
      if (page.facts.length === 0) return;
      changeLog(conversationId, (log) => withFacts(log, page.facts, page.head));
    }
  } catch (error) {
    store.setState({ error });
  } finally {
    busy.delete(conversationId);
  }
}

/** One more page of the past; nothing when the beginning is here. */
export async function loadOlder(conversationId: string): Promise<void> {
  const store = logStoreOf(conversationId);
  const { log, isLoadingOlder } = store.getState();
  const [first] = log.facts;
  if (isLoadingOlder || !first || isFromBeginning(log)) return;
  store.setState({ isLoadingOlder: true });
  try {
    const page = await ask('messages.list', { conversationId, before: first.seq, limit: PAGE });
    changeLog(conversationId, (held) => withFacts(held, page.facts, page.head));
  } catch (error) {
    store.setState({ error });
  } finally {
    store.setState({ isLoadingOlder: false });
  }
}

/** Loads the past until a message is here. False when it could not be had. */
export async function loadBackTo(conversationId: string, seq: number): Promise<boolean> {
  const store = logStoreOf(conversationId);
  for (;;) {
    const [first] = store.getState().log.facts;
    if (!first || first.seq <= seq) return first !== undefined;
    await loadOlder(conversationId);
    // The same first message as before: the page did not come, its error is shown.
    if (store.getState().log.facts[0]?.seq === first.seq) return false;
  }
}
