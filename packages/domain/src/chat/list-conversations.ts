import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import { isFoundBy } from '@congso/language/fold';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { type ConversationAccess, type ConversationDoc, getConversationAccess } from './access.ts';
import { conversations, unitConversationId } from './conversation-model.ts';
import { presentConversations } from './present-conversations.ts';

/** More are not listed; they are reached from their task, their document or their person. */
const MAX_LISTED = 500;

/**
 * My conversations, the latest first. Those nobody has written in yet are left out where they came without my doing: the
 * other's empty direct conversation, the talk of a task or a document. They are left out by the query: every letter makes
 * one, and a clerk's thousands would push the groups off the list.
 */
export async function listConversations(
  office: Office,
  caller: Caller,
  _input: CommandInput<'conversations.list'>,
): Promise<CommandOutput<'conversations.list'>> {
  const docs = await conversations
    .of(office)
    .find(listedTo(caller), { outbox: 0, requestIds: 0 })
    .sort({ activeAt: -1 })
    .limit(MAX_LISTED)
    .lean<ConversationDoc[]>();
  return { conversations: await presentConversations(office, caller, docs) };
}

/** Those of them whose names have all words, the latest first. Of all that a list shows only the names are read. */
export async function searchConversations(
  office: Office,
  caller: Caller,
  text: string,
  limit: number,
): Promise<NamedConversation[]> {
  const named = conversations
    .of(office)
    .find({ $and: [listedTo(caller), { name: { $type: 'string' } }] }, { name: 1, activeAt: 1 })
    .lean<NamedConversation>()
    .cursor();
  const found: NamedConversation[] = [];
  for await (const conversation of named) if (isFoundBy(text, conversation.name)) found.push(conversation);
  return found.sort((a, b) => b.activeAt.getTime() - a.activeAt.getTime()).slice(0, limit);
}

type NamedConversation = Pick<ConversationDoc, '_id' | 'activeAt'> & { readonly name: string };

function listedTo({ personId: memberIds, appointments }: Caller): object {
  const units = appointments.map(({ unitId }) => unitConversationId(unitId));
  return {
    $or: [
      { _id: { $in: units } },
      { memberIds, kind: 'group' },
      { memberIds, kind: 'direct', createdById: memberIds },
      { memberIds, latest: { $type: 'object' } },
    ],
  };
}

/** @throws Refusal NOT_FOUND for outsiders. */
export async function getConversation(
  office: Office,
  caller: Caller,
  { conversationId }: CommandInput<'conversations.get'>,
): Promise<CommandOutput<'conversations.get'>> {
  return presentOne(office, await getConversationAccess(office, caller, conversationId));
}

/**
 * One conversation as a member sees it, with the preview of its latest message. So it asks for the proof: a command
 * repeated under its request id is answered with the conversation of now, in which its sender may be no more.
 */
export async function presentOne(office: Office, { conversation, personId }: ConversationAccess) {
  const [presented] = await presentConversations(office, { personId }, [conversation]);
  if (!presented) throw new Error('a presented conversation vanished');
  return presented;
}
