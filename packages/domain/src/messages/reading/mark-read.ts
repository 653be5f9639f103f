import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import { getConversationAccess } from '../../chat/access.ts';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { markStreams } from '../../sync/mark-streams.ts';
import { facts } from '../fact-model.ts';
import { type Head, readHead } from '../insert-numbered.ts';
import { countUnread, loadReadPointers, moveReadPointers, type ReadPointer } from './read-pointers.ts';

/**
 * I have read up to here. It only moves forward, never past the last fact, and my other devices are told.
 *
 * @throws Refusal NOT_FOUND for outsiders.
 */
export async function markRead(
  office: Office,
  caller: Caller,
  { conversationId, seq }: CommandInput<'conversations.markRead'>,
): Promise<CommandOutput<'conversations.markRead'>> {
  const { personId } = await getConversationAccess(office, caller, conversationId);
  const head = await readHead(office, conversationId);
  const before = await findPointer(office, personId, conversationId);
  const to = seq >= head.seq ? head : await findAt(office, conversationId, seq);
  if (to && to.seq > before.seq) {
    await moveReadPointers(office, conversationId, [{ personId, to }]);
    // A pointer has no outbox: should this mark be lost, the other devices learn it with their next snapshot.
    const causeId = `read:${conversationId}:${personId}:${to.seq}`;
    await markStreams(office, causeId, [personId], { kind: 'read', id: conversationId, version: to.seq });
  }
  const read: ReadPointer = to && to.seq > before.seq ? { ...before, seq: to.seq, count: to.count } : before;
  return { readSeq: read.seq, unread: countUnread(head, read) };
}

async function findPointer(office: Office, personId: string, conversationId: string): Promise<ReadPointer> {
  const pointers = await loadReadPointers(office, personId, [conversationId]);
  return pointers.get(conversationId) ?? { seq: 0, count: 0 };
}

async function findAt(office: Office, conversationId: string, seq: number): Promise<Head | null> {
  return facts.of(office).findOne({ conversationId, seq }, { seq: 1, count: 1 }).lean<Head>();
}
