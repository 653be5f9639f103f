import type { Conversation, ConversationFact } from '@congso/contract/chat';
import { type QueryClient, useQuery } from '@tanstack/react-query';
import { mixedKeyOf } from '../../lib/query-keys.ts';
import { askOptions } from '../../lib/use-ask.ts';
import { listen } from '../../realtime/socket.ts';
import { catchUpAll, receiveFacts } from './log/load-log.ts';
import { resumeQueues } from './log/send-message.ts';

const conversationsOptions = askOptions(mixedKeyOf('conversations'), 'conversations.list', {});

/** My conversations, the latest first. */
export function useConversations() {
  return useQuery({ ...conversationsOptions, select: ({ conversations }) => latestFirst(conversations) });
}

const latestFirst = (conversations: readonly Conversation[]): Conversation[] =>
  [...conversations].sort((a, b) => (b.latest?.at ?? '').localeCompare(a.latest?.at ?? ''));

/** One of my conversations; undefined when it is not among them (or they are still loading). */
export function useConversation(conversationId: string): Conversation | undefined {
  const { data } = useQuery({
    ...conversationsOptions,
    select: ({ conversations }) => conversations.find(({ id }) => id === conversationId),
  });
  return data;
}

/** How many messages wait for me in all conversations. */
export function useUnreadTotal(): number {
  const { data = 0 } = useQuery({
    ...conversationsOptions,
    select: ({ conversations }) => conversations.reduce((sum, { unread }) => sum + unread, 0),
  });
  return data;
}

/** Puts a conversation as a command or a read answered it into the list, without asking for all of them. */
export function keepConversation(queries: QueryClient, conversation: Conversation): void {
  changeConversations(queries, (all) => [conversation, ...all.filter(({ id }) => id !== conversation.id)]);
}

/** What changed in one conversation for me: read up to here. */
export function changeConversation(queries: QueryClient, id: string, changed: Partial<Conversation>): void {
  changeConversations(queries, (all) => all.map((one) => (one.id === id ? { ...one, ...changed } : one)));
}

function changeConversations(queries: QueryClient, change: (all: Conversation[]) => Conversation[]): void {
  queries.setQueryData(conversationsOptions.queryKey, (held) => held && { conversations: change(held.conversations) });
}

/**
 * Follows what is said anywhere: opened conversations show it, the list counts it; and sends what I left unsent on this
 * device. Returns how to stop.
 */
export function followConversations(queries: QueryClient, myId: string): () => void {
  const refresh = () => void queries.invalidateQueries({ queryKey: conversationsOptions.queryKey });
  const onFacts = ({ conversationId, facts }: { conversationId: string; facts: ConversationFact[] }) => {
    receiveFacts(conversationId, facts);
    const held = queries.getQueryData(conversationsOptions.queryKey)?.conversations;
    const conversation = held?.find(({ id }) => id === conversationId);
    const next = conversation && withToldFacts(conversation, facts, myId);
    if (next) changeConversation(queries, conversationId, next);
    else refresh();
  };
  const onUp = () => {
    catchUpAll();
    refresh();
  };
  const stops = [listen('conversation.facts', onFacts), listen('up', onUp)];
  resumeQueues(myId);
  return () => {
    for (const stop of stops) stop();
  };
}

/** A conversation of the list after facts; null when they do not tell enough (a gap, other members, another name). */
export function withToldFacts(
  conversation: Conversation,
  facts: readonly ConversationFact[],
  myId: string,
): Conversation | null {
  let next = conversation;
  for (const fact of facts) {
    if (fact.seq <= next.head) continue;
    if (fact.seq !== next.head + 1 || fact.kind !== 'sent') return null;
    const preview = fact.text || (fact.files[0]?.name ?? '');
    const isMine = fact.authorId === myId;
    next = {
      ...next,
      head: fact.seq,
      latest: { seq: fact.seq, at: fact.at, authorId: fact.authorId, preview },
      readSeq: isMine ? fact.seq : next.readSeq,
      unread: isMine ? 0 : next.unread + 1,
    };
  }
  return next;
}
