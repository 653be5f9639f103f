import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { requireManager, requireMember } from '../access.ts';
import { presentOne } from '../list-conversations.ts';
import { toldTo } from '../set-conversation-members.ts';
import { changeGroup } from './change-group.ts';

/** @throws Refusal NOT_FOUND for outsiders, FORBIDDEN for who does not manage the group, WRONG_STATE for other kinds. */
export async function renameConversation(
  office: Office,
  caller: Caller,
  input: CommandInput<'conversations.rename'>,
): Promise<CommandOutput<'conversations.rename'>> {
  const { conversationId, name } = input;
  const renamed = await changeGroup(office, caller, input, (access) => {
    requireManager(access);
    const { conversation } = access;
    if (conversation.name === name) return null;
    return {
      set: { name },
      story: {
        action: 'renamed',
        from: conversation.name,
        to: name,
        facts: [{ name: 'conversation.renamed', payload: { conversationId, name } }],
        marks: toldTo(conversation.memberIds),
      },
    };
  });
  return presentOne(office, requireMember(caller, renamed));
}
