import type { Fact } from '@congso/contract/facts';
import { type Actor, theOffice } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { type Change, changeAggregate } from '../outbox/change-aggregate.ts';
import { createAggregate } from '../outbox/create-aggregate.ts';
import { type ConversationDoc, conversations } from './conversation-model.ts';
import { tellMembersChanged } from './tell-members-changed.ts';

/** A conversation that belongs to a task, a document or a unit. */
export type SubjectConversation = {
  /** `task:<taskId>`, `document:<documentId>`, `unit:<unitId>` */
  readonly id: string;
  readonly kind: 'task' | 'document' | 'unit';
  readonly subjectId: string;
};

/** What its subject says of it now; null when there is none. */
export type SubjectState = {
  readonly name: string;
  /** Exactly those who are to be in it. Empty for units: who is in follows from the appointments. */
  readonly memberIds: readonly string[];
} | null;

/**
 * Makes the conversation of a subject, or brings its name and members to what the subject says. `load` is asked within
 * the decision: of two who tell different states of the subject at once the later one holds, whichever writes last.
 * Doing it twice has the effect of once. For reactions of the subject's noun.
 */
export async function ensureSubjectConversation(
  office: Office,
  subject: SubjectConversation,
  load: () => Promise<SubjectState>,
  actor: Actor = theOffice,
): Promise<void> {
  // Looked for first: a document asks with every step, and is there after its first.
  const isThere = await conversations.of(office).exists({ _id: subject.id });
  if (!isThere && !(await open(office, actor, subject, await load()))) return;
  let isChanged = false;
  const current = await changeAggregate(office, conversations, subject.id, actor, null, async (conversation) => {
    const state = await load();
    const change = state && changeTo(conversation, state);
    isChanged = change !== null;
    return change;
  });
  if (isChanged) tellMembersChanged(office, current);
}

/** False when there is no subject to open one for. */
async function open(office: Office, actor: Actor, subject: SubjectConversation, state: SubjectState): Promise<boolean> {
  if (!state) return false;
  const memberIds = [...new Set(state.memberIds)];
  const { id: _id, kind, subjectId } = subject;
  await createAggregate(
    office,
    conversations,
    actor,
    { ...newConversation(office, { kind, subjectId, name: state.name, memberIds }), _id },
    { action: 'opened', to: state.name, facts: joined(_id, memberIds), marks: toldTo(memberIds) },
  );
  return true;
}

function changeTo(current: ConversationDoc, state: NonNullable<SubjectState>): Change<ConversationDoc> {
  const wanted = new Set(state.memberIds);
  const stay = current.memberIds.filter((id) => wanted.has(id));
  const gone = current.memberIds.filter((id) => !wanted.has(id));
  const added = [...wanted].filter((id) => !current.memberIds.includes(id));
  const isRenamed = current.name !== state.name;
  const isMoved = added.length > 0 || gone.length > 0;
  if (!isRenamed && !isMoved) return null;
  const renamed: Fact[] = isRenamed
    ? [{ name: 'conversation.renamed', payload: { conversationId: current._id, name: state.name } }]
    : [];
  return {
    set: {
      name: state.name,
      memberIds: [...stay, ...added],
      membersVersion: current.membersVersion + (isMoved ? 1 : 0),
    },
    story: {
      action: isRenamed ? 'renamed' : 'membersChanged',
      ...(isRenamed && { from: current.name, to: state.name }),
      details: { memberIds: added, goneIds: gone },
      facts: [...joined(current._id, added), ...left(current._id, gone), ...renamed],
      // Those who go as well: their browsers must forget it.
      marks: toldTo([...current.memberIds, ...added]),
    },
  };
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

/** The fact that people went; none when nobody did. */
export const left = (conversationId: string, memberIds: readonly string[]): Fact[] =>
  memberIds.length === 0 ? [] : [{ name: 'conversation.left', payload: { conversationId, memberIds: [...memberIds] } }];

/** The mark that makes people's browsers read the conversation anew. */
export const toldTo = (personIds: readonly string[]) => [{ to: [...personIds], kind: 'conversation' as const }];
