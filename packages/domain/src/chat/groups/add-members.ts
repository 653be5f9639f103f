import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { requireActive } from '../../people/find-people.ts';
import { requireManager, requireMember } from '../access.ts';
import { presentOne } from '../list-conversations.ts';
import { joined, toldTo } from '../set-conversation-members.ts';
import { changeGroup, requireRoom } from './change-group.ts';

/**
 * Brings people into a group; who is in it already stays as he is.
 *
 * @throws Refusal NOT_FOUND for outsiders, FORBIDDEN for who does not manage the group, PERSON_INACTIVE, TOO_LARGE.
 */
export async function addMembers(
  office: Office,
  caller: Caller,
  input: CommandInput<'conversations.addMembers'>,
): Promise<CommandOutput<'conversations.addMembers'>> {
  const { conversationId } = input;
  const changed = await changeGroup(office, caller, input, async (access) => {
    requireManager(access);
    const { memberIds, membersVersion } = access.conversation;
    const added = [...new Set(input.memberIds)].filter((id) => !memberIds.includes(id));
    if (added.length === 0) return null;
    await requireActive(office, added, 'memberIds');
    const members = [...memberIds, ...added];
    requireRoom(members);
    return {
      // Whoever comes in finds it on top of their list, which holds the latest few hundred.
      set: { memberIds: members, membersVersion: membersVersion + 1, activeAt: office.clock.now() },
      story: {
        action: 'membersAdded',
        details: { memberIds: added },
        facts: joined(conversationId, added),
        marks: toldTo(members),
      },
    };
  });
  return presentOne(office, requireMember(caller, changed));
}
