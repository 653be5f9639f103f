import type { Fact } from '@congso/contract/facts';
import { theOffice } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { changeAggregate } from '../outbox/change-aggregate.ts';
import { createAggregate } from '../outbox/create-aggregate.ts';
import { type ConversationDoc, conversations } from './conversation-model.ts';
import { tellMembersChanged } from './tell-members-changed.ts';

/** A conversation that belongs to a task, a document or a unit. */
export type SubjectConversation = {
  /** `task:<taskId>`, `document:<documentId>`, `unit:<unitId>` */
  readonly id: string;
  readonly kind: 'task' | 'document' | 'unit';
  readonly subjectId: string;
  readonly name: string;
  /** Left empty for units: who is in follows from the appointments. */
  readonly memberIds: readonly string[];
};

/**
 * Makes the conversation of a subject, or brings its name and members up to date: members are added, none is taken
 * out. Doing it twice has the effect of once. For reactions of the subject's noun.
 */
export async function ensureSubjectConversation(office: Office, subject: SubjectConversation): Promise<void> {
  const memberIds = [...new Set(subject.memberIds)];
  await createAggregate(
    office,
    conversations,
    theOffice,
    {
      ...newConversation(office, { ...subject, memberIds }),
      _id: subject.id,
    },
    { action: 'opened', to: subject.name, facts: joined(subject.id, memberIds), marks: toldTo(memberIds) },
  );
  const before = await conversations.of(office).findOne({ _id: subject.id }).lean<ConversationDoc>();
  if (before?.name === subject.name && memberIds.every((id) => before.memberIds.includes(id))) return;
  const changed = await changeAggregate(office, conversations, subject.id, theOffice, null, (current) => {
    const added = memberIds.filter((id) => !current.memberIds.includes(id));
    const isRenamed = current.name !== subject.name;
    if (added.length === 0 && !isRenamed) return null;
    const members = [...current.memberIds, ...added];
    const renamed: Fact[] = isRenamed
      ? [{ name: 'conversation.renamed', payload: { conversationId: subject.id, name: subject.name } }]
      : [];
    return {
      set: {
        name: subject.name,
        memberIds: members,
        membersVersion: current.membersVersion + (added.length > 0 ? 1 : 0),
      },
      story: {
        action: isRenamed ? 'renamed' : 'membersAdded',
        ...(isRenamed && { from: current.name, to: subject.name }),
        details: { memberIds: added },
        facts: [...joined(subject.id, added), ...renamed],
        marks: toldTo(members),
      },
    };
  });
  tellMembersChanged(office, changed);
}

/** The fields every new conversation starts with. */
export function newConversation(
  office: Office,
  { kind, subjectId, name, memberIds }: Pick<ConversationDoc, 'kind' | 'subjectId' | 'name' | 'memberIds'>,
): Omit<ConversationDoc, '_id' | 'version' | 'createdAt' | 'createdById' | 'outbox' | 'requestIds'> {
  return {
    kind,
    subjectId,
    name,
    memberIds,
    membersVersion: 1,
    managerId: null,
    head: { seq: 0, count: 0 },
    latest: null,
    activeAt: office.clock.now(),
  };
}

/** The fact that people came in; none when nobody did. */
export const joined = (conversationId: string, memberIds: readonly string[]): Fact[] =>
  memberIds.length === 0
    ? []
    : [{ name: 'conversation.joined', payload: { conversationId, memberIds: [...memberIds] } }];

/** The mark that makes people's browsers read the conversation anew. */
export const toldTo = (personIds: readonly string[]) => [{ to: [...personIds], kind: 'conversation' as const }];
