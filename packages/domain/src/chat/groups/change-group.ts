import { LIMITS } from '@congso/contract/limits';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { Refusal } from '../../office/refusal.ts';
import { type Change, changeAggregate } from '../../outbox/change-aggregate.ts';
import { type ConversationAccess, type ConversationDoc, requireMember } from '../access.ts';
import { conversations } from '../conversation-model.ts';
import { tellMembersChanged } from '../tell-members-changed.ts';

/**
 * Changes a group: asks for access on the very state that is changed, writes once, and tells the servers. A repeat
 * changes nothing and is answered with the group as it is now, to be shown to nobody who is not in it any more.
 *
 * @throws Refusal NOT_FOUND for outsiders, and what `decide` throws.
 */
export async function changeGroup(
  office: Office,
  caller: Caller,
  { conversationId, requestId }: { conversationId: string; requestId: string },
  decide: (access: ConversationAccess) => Change<ConversationDoc> | Promise<Change<ConversationDoc>>,
): Promise<ConversationDoc> {
  const changed = await changeAggregate(office, conversations, conversationId, caller, requestId, (current) =>
    decide(requireMember(caller, current)),
  );
  tellMembersChanged(office, changed);
  return changed;
}

/** @throws Refusal TOO_LARGE when a group would have more members than one may have. */
export function requireRoom(memberIds: readonly string[]): void {
  if (memberIds.length > LIMITS.groupMembers) throw new Refusal('TOO_LARGE', { field: 'memberIds' });
}
