import type { CommandOutput } from '@congso/contract/catalog';
import type { Conversation, ConversationFact } from '@congso/contract/chat';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { keyOf, listKeyOf } from '../../lib/query-keys.ts';
import { ask } from '../../realtime/ask.ts';

/** All my conversations. An answer that was read before what was told meanwhile does not take that back. */
export const conversationsOptions = queryOptions({
  queryKey: listKeyOf('conversation'),
  queryFn: async ({ client, signal }) => {
    const { conversations } = await ask('conversations.list', {}, signal);
    return { conversations: conversations.map((fetched) => withNewer(findHeld(client, fetched.id), fetched)) };
  },
});

/** One conversation, also one that is not in the list: nobody has written in it yet, or there are too many. */
export const conversationOptions = (conversationId: string) =>
  queryOptions({
    queryKey: keyOf('conversation', conversationId),
    queryFn: async ({ client, signal }) =>
      withNewer(findHeld(client, conversationId), await ask('conversations.get', { conversationId }, signal)),
  });

/** A conversation as it was fetched, with what was told of its messages since; both only ever move forward. */
function withNewer(held: Conversation | undefined, fetched: Conversation): Conversation {
  if (!held || held.head < fetched.head) return fetched;
  if (held.head === fetched.head && held.readSeq <= fetched.readSeq) return fetched;
  const { head, latest, readSeq, unread, activeAt } = held;
  return { ...fetched, head, latest, readSeq, unread, activeAt };
}

/** A conversation as the list holds it. */
export function findListed(queries: QueryClient, id: string): Conversation | undefined {
  const list = queries.getQueryData<CommandOutput<'conversations.list'>>(listKeyOf('conversation'));
  return list?.conversations.find((one) => one.id === id);
}

function findHeld(queries: QueryClient, id: string): Conversation | undefined {
  return findListed(queries, id) ?? queries.getQueryData<Conversation>(keyOf('conversation', id));
}

/** Puts a conversation as a command answered it into the list, without asking for all of them. */
export function keepConversation(queries: QueryClient, fetched: Conversation): void {
  const kept = withNewer(findHeld(queries, fetched.id), fetched);
  changeList(queries, (all) => [kept, ...all.filter(({ id }) => id !== kept.id)]);
}

/** What changed in a conversation, wherever it is held. */
export function changeConversation(queries: QueryClient, id: string, changed: Partial<Conversation>): void {
  changeList(queries, (all) => all.map((one) => (one.id === id ? { ...one, ...changed } : one)));
  queries.setQueryData(conversationOptions(id).queryKey, (held) => held && { ...held, ...changed });
}

function changeList(queries: QueryClient, change: (all: Conversation[]) => Conversation[]): void {
  queries.setQueryData(conversationsOptions.queryKey, (held) => held && { conversations: change(held.conversations) });
}

/** Tells the office that I have read up to here, and takes over what is unread then. */
export async function markRead(queries: QueryClient, conversationId: string, seq: number): Promise<void> {
  const before = findHeld(queries, conversationId);
  const read = await ask('conversations.markRead', { conversationId, seq });
  // What was said meanwhile is unread, and the answer may not have counted it.
  if (findHeld(queries, conversationId)?.head !== before?.head) await fetchAgain(queries, conversationId);
  else changeConversation(queries, conversationId, read);
}

/** I have read up to `readSeq`, here or on another device; nothing is asked for where that is known. */
export async function followRead(queries: QueryClient, conversationId: string, readSeq: number): Promise<void> {
  const held = findHeld(queries, conversationId);
  if (held && held.readSeq < readSeq) await fetchAgain(queries, conversationId);
}

async function fetchAgain(queries: QueryClient, conversationId: string): Promise<void> {
  const { head, latest, readSeq, unread, activeAt } = await ask('conversations.get', { conversationId });
  // Overtaken by what was told since: the office knows that by now.
  if ((findHeld(queries, conversationId)?.head ?? 0) > head) return fetchAgain(queries, conversationId);
  changeConversation(queries, conversationId, { head, latest, readSeq, unread, activeAt });
}

/** A conversation after facts were told; null when they do not tell enough (a gap, other members, another name). */
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
      activeAt: fact.at,
      readSeq: isMine ? fact.seq : next.readSeq,
      unread: isMine ? 0 : next.unread + 1,
    };
  }
  return next;
}
