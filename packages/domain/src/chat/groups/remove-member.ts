import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { Refusal } from '../../office/refusal.ts';
import type { Change } from '../../outbox/change-aggregate.ts';
import { listActiveIds } from '../../people/find-people.ts';
import { type ConversationDoc, requireGroup, requireManager, requireMember } from '../access.ts';
import { presentOne } from '../list-conversations.ts';
import { left, toldTo } from '../set-conversation-members.ts';
import { changeGroup } from './change-group.ts';

/**
 * Takes a person out of a group: from the moment this is answered he reads and writes nothing more in it.
 *
 * @throws Refusal NOT_FOUND for outsiders, FORBIDDEN for who does not manage the group, WRONG_STATE for oneself (leave).
 */
export async function removeMember(
  office: Office,
  caller: Caller,
  input: CommandInput<'conversations.removeMember'>,
): Promise<CommandOutput<'conversations.removeMember'>> {
  const changed = await changeGroup(office, caller, input, (access) => {
    requireManager(access);
    if (input.personId === caller.personId) throw new Refusal('WRONG_STATE', { field: 'personId' });
    if (!access.conversation.memberIds.includes(input.personId)) return null;
    return withoutMember(access.conversation, input.personId, access.conversation.managerId, 'memberRemoved');
  });
  return presentOne(office, requireMember(caller, changed));
}

/**
 * Leaves a group. When its manager leaves, whoever came in next and still works here manages it.
 *
 * @throws Refusal NOT_FOUND for outsiders, WRONG_STATE for conversations that are no groups.
 */
export async function leaveConversation(
  office: Office,
  caller: Caller,
  input: CommandInput<'conversations.leave'>,
): Promise<CommandOutput<'conversations.leave'>> {
  await changeGroup(office, caller, input, async ({ conversation }) => {
    requireGroup(conversation);
    const { managerId } = conversation;
    const next =
      managerId === caller.personId ? await findNextManager(office, conversation, caller.personId) : managerId;
    return withoutMember(conversation, caller.personId, next, 'left');
  });
  return {};
}

/** Whoever has been in the group the longest and still works here; null when nobody is left. */
export async function findNextManager(
  office: Office,
  { memberIds }: ConversationDoc,
  withoutId: string,
): Promise<string | null> {
  const others = memberIds.filter((id) => id !== withoutId);
  const active = new Set(await listActiveIds(office, others));
  return others.find((id) => active.has(id)) ?? null;
}

function withoutMember(
  conversation: ConversationDoc,
  personId: string,
  managerId: string | null,
  action: 'memberRemoved' | 'left',
): Change<ConversationDoc> {
  const { _id: conversationId, memberIds, membersVersion } = conversation;
  return {
    set: { memberIds: memberIds.filter((id) => id !== personId), membersVersion: membersVersion + 1, managerId },
    story: {
      action,
      details: { memberIds: [personId] },
      facts: left(conversationId, [personId]),
      // Him as well: his browser must forget it.
      marks: toldTo(memberIds),
    },
  };
}
