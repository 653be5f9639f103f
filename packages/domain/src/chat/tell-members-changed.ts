import type { Office } from '../office/office.ts';
import type { ConversationDoc } from './conversation-model.ts';

/**
 * Lets the server processes read who is a member now instead of with the next message. It may be lost: what is emitted
 * next carries the version, and the members are read before it (protocol "Membership").
 */
export function tellMembersChanged(
  office: Office,
  { _id, membersVersion }: Pick<ConversationDoc, '_id' | 'membersVersion'>,
): void {
  office.bus.publish('conversation.moved', { conversationId: _id, membersVersion, facts: [] });
}
