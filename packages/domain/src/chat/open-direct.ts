import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { Caller } from '../office/caller.ts';
import { derivedId, privateId } from '../office/ids.ts';
import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import { createAggregate } from '../outbox/create-aggregate.ts';
import { requireActive } from '../people/find-people.ts';
import { findConversation, requireMember } from './access.ts';
import { conversations } from './conversation-model.ts';
import { presentOne } from './list-conversations.ts';
import { newConversation, toldTo } from './set-conversation-members.ts';

/**
 * The one conversation of two people, made when there is none. What was said with somebody who has left stays
 * readable; a new one is not begun with him.
 *
 * @throws Refusal BAD_INPUT for oneself, PERSON_INACTIVE for who is unknown or has left.
 */
export async function openDirect(
  office: Office,
  caller: Caller,
  { personId }: CommandInput<'conversations.openDirect'>,
): Promise<CommandOutput<'conversations.openDirect'>> {
  if (personId === caller.personId) throw new Refusal('BAD_INPUT', { field: 'personId' });
  const memberIds = [caller.personId, personId];
  // The same for both, whoever begins. Until this office had a secret, everybody could compute it, and those keep theirs.
  const pair = ['direct', ...memberIds.toSorted()];
  const id = privateId(office, ...pair);
  const existing = (await findConversation(office, id)) ?? (await findConversation(office, derivedId(...pair)));
  if (existing) return presentOne(office, requireMember(caller, existing));
  await requireActive(office, [personId], 'personId');
  const fields = newConversation(office, { kind: 'direct', name: null, subjectId: null, memberIds });
  const opened = await createAggregate(
    office,
    conversations,
    caller,
    { ...fields, _id: id },
    // The other learns of it with the first message.
    { action: 'opened', marks: toldTo([caller.personId]) },
  );
  return presentOne(office, requireMember(caller, opened));
}
