import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import { LIMITS } from '@congso/contract/limits';
import type { Caller } from '../../office/caller.ts';
import { derivedId } from '../../office/ids.ts';
import type { Office } from '../../office/office.ts';
import { createAggregate } from '../../outbox/create-aggregate.ts';
import { requireFewToday } from '../../outbox/require-few.ts';
import { requireActive } from '../../people/find-people.ts';
import { findConversation, requireMember } from '../access.ts';
import { conversations } from '../conversation-model.ts';
import { presentOne } from '../list-conversations.ts';
import { joined, newConversation, toldTo } from '../set-conversation-members.ts';
import { requireRoom } from './change-group.ts';

/**
 * A group; whoever makes it is in it and manages it.
 *
 * @throws Refusal PERSON_INACTIVE for unknown people and those who have left, TOO_LARGE, TOO_MANY_TODAY, NOT_FOUND
 * for a repeat by somebody who has left the group since.
 */
export async function createGroup(
  office: Office,
  caller: Caller,
  { requestId, name, memberIds }: CommandInput<'conversations.createGroup'>,
): Promise<CommandOutput<'conversations.createGroup'>> {
  const id = derivedId('conversation', caller.personId, requestId);
  // A repeat is answered with the original, also when somebody has left the office meanwhile.
  const original = await findConversation(office, id);
  if (original) return presentOne(office, requireMember(caller, original));
  const members = [...new Set([caller.personId, ...memberIds])];
  requireRoom(members);
  // Everybody's list holds five hundred conversations: whoever makes groups by program would push all others off it.
  await requireFewToday(office, conversations, caller, LIMITS.groupsADay, { kind: 'group' });
  await requireActive(office, members, 'memberIds');
  const fields = newConversation(office, { kind: 'group', name, subjectId: null, memberIds: members });
  const created = await createAggregate(
    office,
    conversations,
    caller,
    { ...fields, managerId: caller.personId, _id: id },
    { action: 'opened', to: name, facts: joined(id, members), marks: toldTo(members) },
  );
  return presentOne(office, requireMember(caller, created));
}
