import type { Office } from '../office/office.ts';
import type { ConversationDoc } from './conversation-model.ts';

/**
 * Lets the server processes bring their rooms up to date now instead of with the next message. It may be lost: what is
 * emitted next carries the version, and the room is brought up to date before it (design 4, "Membership").
 */
export function tellMembersChanged(
  office: Office,
  { _id, membersVersion }: Pick<ConversationDoc, '_id' | 'membersVersion'>,
): void {
  office.bus.publish('conversation.moved', { conversationId: _id, membersVersion, facts: [] });
}
