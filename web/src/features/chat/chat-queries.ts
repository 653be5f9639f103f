import type { Conversation, ConversationFact } from '@congso/contract/chat';
import type { Mark } from '@congso/contract/sync';
import { type QueryClient, useQuery } from '@tanstack/react-query';
import { isWithheld } from '../../lib/ask-error.ts';
import { listen } from '../../realtime/socket.ts';
import {
  changeConversation,
  conversationOptions,
  conversationsOptions,
  findListed,
  followRead,
  withToldFacts,
} from './held-conversations.ts';
import { catchUpAll, receiveFacts } from './log/load-log.ts';

/** My conversations, the latest first. */
export function useConversations() {
  return useQuery({ ...conversationsOptions, select: ({ conversations }) => latestFirst(conversations) });
}

const latestFirst = (conversations: readonly Conversation[]): Conversation[] =>
  [...conversations].sort((a, b) => b.activeAt.localeCompare(a.activeAt));

/**
 * One of my conversations by its id: as the list has it, or fetched alone, because the list leaves out those that nobody
 * has written in and all beyond the latest few hundred. `conversation` is undefined while it loads and when it is withheld.
 */
export function useOpenedConversation(conversationId: string) {
  const { data: listed } = useQuery({
    ...conversationsOptions,
    select: ({ conversations }) => conversations.find(({ id }) => id === conversationId),
  });
  const {
    data: fetched,
    error,
    refetch,
  } = useQuery({ ...conversationOptions(conversationId), enabled: listed === undefined });
  const conversation = listed ?? (isWithheld(error) ? undefined : fetched);
  return { conversation, error: conversation ? null : error, retry: () => void refetch() };
}

/** How many messages wait for me in all conversations. */
export function useUnreadTotal(): number {
  const { data = 0 } = useQuery({
    ...conversationsOptions,
    select: ({ conversations }) => conversations.reduce((sum, { unread }) => sum + unread, 0),
  });
  return data;
}

/** What my other devices read: `mark` says how far. */
export async function followReading(queries: QueryClient, mark: Pick<Mark, 'id' | 'version'>): Promise<void> {
  try {
    await followRead(queries, mark.id, mark.version);
  } catch {
    // The line is down: with its return all conversations are asked for.
  }
}

/**
 * Follows what is said anywhere: opened conversations show it, the list counts it; and sends what I left unsent on this
 * device. Returns how to stop.
 */
export function followConversations(queries: QueryClient, myId: string): () => void {
  const refresh = () => void queries.invalidateQueries({ queryKey: conversationsOptions.queryKey });
  const onFacts = ({ conversationId, facts }: { conversationId: string; facts: ConversationFact[] }) => {
    receiveFacts(conversationId, facts);
    const conversation = findListed(queries, conversationId);
    const next = conversation && withToldFacts(conversation, facts, myId);
    if (next) changeConversation(queries, conversationId, next);
    else refresh();
  };
  // What sends is loaded after the page stands; where it does not come, again when the line is up.
  let stopSending: (() => void) | null = null;
  let isStopped = false;
  const resume = async () => {
    try {
      const { resumeQueues } = await import('./log/send-message.ts');
      if (!isStopped) stopSending ??= resumeQueues(myId);
    } catch {
      // The line is down, which the page says.
    }
  };
  const onUp = () => {
    void resume();
    catchUpAll();
    refresh();
  };
  const stops = [listen('conversation.facts', onFacts), listen('up', onUp)];
  void resume();
  return () => {
    isStopped = true;
    stopSending?.();
    for (const stop of stops) stop();
  };
}
