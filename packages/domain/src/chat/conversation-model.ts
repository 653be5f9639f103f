import type { Conversation } from '@congso/contract/chat';
import { type Aggregate, defineAggregate } from '../outbox/aggregate.ts';
import { embedded } from '../stores/collection.ts';

/** What the list shows of the last message. */
export type LatestMessage = { seq: number; at: Date; authorId: string; preview: string };

/**
 * A conversation and who is in it. Unit conversations hold no members: they evaluate a rule over the appointments in
 * force. `head` (last number and how many messages up to it), `latest` and `activeAt` are hints behind the facts
 * themselves, which are the truth; yet the first message is noted before anybody is told of it, since a conversation is
 * listed by its note.
 */
export type ConversationDoc = Aggregate & {
  kind: Conversation['kind'];
  name: string | null;
  subjectId: string | null;
  /** In the order they came in. */
  memberIds: string[];
  /** Rises with every change of who is in it, so that a process that knows an older one reloads before it emits. */
  membersVersion: number;
  /** Who may rename a group and change its members. */
  managerId: string | null;
  head: { seq: number; count: number };
  latest: LatestMessage | null;
  activeAt: Date;
};

export const conversations = defineAggregate<ConversationDoc>(
  'conversation',
  'conversations',
  {
    kind: String,
    name: { type: String, default: null },
    subjectId: { type: String, default: null },
    memberIds: { type: [String], default: [] },
    membersVersion: Number,
    managerId: { type: String, default: null },
    head: embedded,
    latest: { type: embedded, default: null },
    activeAt: Date,
  },
  [
    [{ memberIds: 1, kind: 1 }],
    // For the list: of the conversations of letters and tasks, only the few in which somebody said something.
    [{ memberIds: 1 }, { partialFilterExpression: { latest: { $type: 'object' } } }],
    [{ createdById: 1, createdAt: -1 }, { partialFilterExpression: { kind: 'group' } }],
    [{ managerId: 1 }, { partialFilterExpression: { managerId: { $type: 'string' } } }],
  ],
);

/** The id of a unit's conversation. */
export const unitConversationId = (unitId: string) => `unit:${unitId}`;
