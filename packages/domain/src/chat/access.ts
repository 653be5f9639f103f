import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import { type ConversationDoc, conversations } from './conversation-model.ts';

export type { ConversationDoc } from './conversation-model.ts';

declare const admitted: unique symbol;

/** Proof that a person is in a conversation, as it was read a moment ago. Only `admit` makes one. */
export type ConversationAccess = {
  readonly conversation: ConversationDoc;
  readonly personId: string;
  readonly [admitted]: true;
};

/** Read for every question, never kept: who was removed a moment ago, by whichever process, is out. */
export async function findConversation(office: Office, conversationId: string): Promise<ConversationDoc | null> {
  return conversations
    .of(office)
    .findOne({ _id: conversationId }, { outbox: 0, requestIds: 0 })
    .lean<ConversationDoc>();
}

/**
 * Whether the caller is in this conversation. No role opens one: administrators do not read what others write to each
 * other (Law 91/2025/QH15, article 29). A unit's conversation belongs to those appointed to exactly that unit now; the
 * caller was read for this very command, so a transfer counts at once.
 */
export function admit(caller: Caller, conversation: ConversationDoc): ConversationAccess | null {
  const isIn =
    conversation.kind === 'unit'
      ? caller.appointments.some((appointment) => appointment.unitId === conversation.subjectId)
      : conversation.memberIds.includes(caller.personId);
  return isIn ? ({ conversation, personId: caller.personId } as ConversationAccess) : null;
}

/** Null for everybody who is not in it, whether it exists or not. */
export async function findConversationAccess(
  office: Office,
  caller: Caller,
  conversationId: string,
): Promise<ConversationAccess | null> {
  const conversation = await findConversation(office, conversationId);
  return conversation && admit(caller, conversation);
}

/** @throws Refusal NOT_FOUND for outsiders: that it exists is not told. */
export async function getConversationAccess(
  office: Office,
  caller: Caller,
  conversationId: string,
): Promise<ConversationAccess> {
  const conversation = await findConversation(office, conversationId);
  if (!conversation) throw new Refusal('NOT_FOUND', { field: 'conversationId' });
  return requireMember(caller, conversation);
}

/** @throws Refusal NOT_FOUND for outsiders. */
export function requireMember(caller: Caller, conversation: ConversationDoc): ConversationAccess {
  const access = admit(caller, conversation);
  if (!access) throw new Refusal('NOT_FOUND', { field: 'conversationId' });
  return access;
}

/**
 * Whoever may rename a group and change who is in it: the one person who answers for it.
 *
 * @throws Refusal WRONG_STATE for conversations whose members follow from elsewhere, FORBIDDEN for plain members.
 */
export function requireManager({ conversation, personId }: ConversationAccess): void {
  requireGroup(conversation);
  if (conversation.managerId !== personId) throw new Refusal('FORBIDDEN');
}

/** @throws Refusal WRONG_STATE unless it is a group. */
export function requireGroup(conversation: ConversationDoc): void {
  if (conversation.kind !== 'group') throw new Refusal('WRONG_STATE', { field: 'conversationId' });
}
