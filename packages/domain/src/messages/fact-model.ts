import type { ConversationFact } from '@congso/contract/chat';
import type { Types } from 'mongoose';
import { defineCollection } from '../stores/collection.ts';

/**
 * Something that happened in a conversation. Numbered by its insert under the unique index {conversationId, seq}; there
 * is no counter (protocol M). `count` is how many messages there were up to and with it, so that "unread" is
 * a difference of two numbers. `_id` carries the second it was written in, for the sweep.
 */
export type FactDoc = {
  _id: Types.ObjectId;
  conversationId: string;
  seq: number;
  count: number;
  kind: ConversationFact['kind'];
  at: Date;
  authorId: string;
  /** Of a message: chosen by its sender. Of the others: derived from the change they tell of. */
  clientId: string;
  text?: string;
  fileIds?: string[];
  replyTo?: number | null;
  memberIds?: string[];
  name?: string;
};

export const facts = defineCollection<FactDoc>(
  'facts',
  {
    conversationId: String,
    seq: Number,
    count: Number,
    kind: String,
    at: Date,
    authorId: String,
    clientId: String,
    text: String,
    fileIds: { type: [String], default: undefined },
    replyTo: { type: Number, default: undefined },
    memberIds: { type: [String], default: undefined },
    name: String,
  },
  [
    [{ conversationId: 1, seq: 1 }, { unique: true }],
    [{ conversationId: 1, authorId: 1, clientId: 1 }, { unique: true }],
  ],
);
