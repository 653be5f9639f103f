import type { Conversation } from '@congso/contract/chat';
import { loadHeads } from '../messages/load-heads.ts';
import { countUnread, loadReadPointers, type ReadPointer } from '../messages/reading/read-pointers.ts';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { listIdsInUnits } from '../people/find-people.ts';
import type { ConversationDoc } from './access.ts';

/** Conversations as one of their members sees them: with his own read pointer and unread count. */
export async function presentConversations(
  office: Office,
  caller: Pick<Caller, 'personId'>,
  docs: readonly ConversationDoc[],
): Promise<Conversation[]> {
  const ids = docs.map((doc) => doc._id);
  const [heads, pointers, members] = await Promise.all([
    loadHeads(office, docs),
    loadReadPointers(office, caller.personId, ids),
    loadMembers(office, docs),
  ]);
  return docs.map((doc) => {
    const { head, latest } = heads.get(doc._id) ?? doc;
    const read: ReadPointer = pointers.get(doc._id) ?? { seq: 0, count: 0 };
    const isMineLast = latest?.authorId === caller.personId && latest.seq >= (read.entry?.seq ?? 0);
    return {
      id: doc._id,
      kind: doc.kind,
      name: doc.name,
      subjectId: doc.subjectId,
      memberIds: members.get(doc._id) ?? doc.memberIds,
      membersVersion: doc.membersVersion,
      head: head.seq,
      readSeq: read.seq,
      // Whoever spoke last has read everything before; his pointer follows a moment later.
      unread: isMineLast ? 0 : countUnread(head, read),
      activeAt: newest(latest?.at ?? doc.createdAt, read.entry?.at).toISOString(),
      latest: latest && { ...latest, at: latest.at.toISOString() },
      canManage: doc.managerId === caller.personId,
    };
  });
}

const newest = (one: Date, other: Date = one): Date => (one < other ? other : one);

/** Who is in unit conversations by the rule, now. */
async function loadMembers(office: Office, docs: readonly ConversationDoc[]): Promise<Map<string, string[]>> {
  const ofUnits = docs.filter((doc) => doc.kind === 'unit');
  const people = await Promise.all(ofUnits.map((doc) => listMemberIds(office, doc)));
  return new Map(ofUnits.map((doc, index) => [doc._id, people[index] ?? []]));
}

/** Who is in a conversation now: the stored members, or for a unit everybody appointed to exactly that unit. */
export async function listMemberIds(
  office: Office,
  { kind, subjectId, memberIds }: Pick<ConversationDoc, 'kind' | 'subjectId' | 'memberIds'>,
): Promise<string[]> {
  if (kind !== 'unit' || subjectId === null) return memberIds;
  return listIdsInUnits(office, [subjectId]);
}
