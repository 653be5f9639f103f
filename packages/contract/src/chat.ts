import { z } from 'zod';
import { command, query } from './command.ts';
import { fileSchema } from './files.ts';
import { idSchema, instantSchema, requestIdSchema } from './ids.ts';
import { LIMITS } from './limits.ts';
import { doneSchema } from './page.ts';
import { lineSchema, textSchema } from './text.ts';

/** A number in a conversation's order: 1, 2, 3 ... without gaps (G3). */
export const seqSchema = z.number().int().min(0);
/** Chosen by the sender's device for one message; a repeat is answered with the original. */
export const clientIdSchema = requestIdSchema;

const factBase = { conversationId: idSchema, seq: seqSchema, at: instantSchema, authorId: idSchema };

/** What happens in a conversation, numbered, so that catching up brings all of it. */
export const conversationFactSchema = z.discriminatedUnion('kind', [
  z.object({
    ...factBase,
    kind: z.literal('sent'),
    clientId: z.string(),
    text: z.string(),
    files: z.array(fileSchema),
    replyTo: seqSchema.nullable(),
  }),
  z.object({ ...factBase, kind: z.literal('joined'), memberIds: z.array(idSchema) }),
  z.object({ ...factBase, kind: z.literal('left'), memberIds: z.array(idSchema) }),
  z.object({ ...factBase, kind: z.literal('renamed'), name: z.string() }),
]);
export type ConversationFact = z.infer<typeof conversationFactSchema>;
export type SentFact = Extract<ConversationFact, { kind: 'sent' }>;

export const CONVERSATION_KINDS = ['direct', 'group', 'unit', 'task', 'document'] as const;

/** A conversation as one of its members sees it. `head` is the last number given out. */
export const conversationSchema = z.object({
  id: idSchema,
  kind: z.enum(CONVERSATION_KINDS),
  /** Null for direct conversations: the browser shows the other person's name. */
  name: z.string().nullable(),
  /** The unit, task or document it belongs to. */
  subjectId: idSchema.nullable(),
  memberIds: z.array(idSchema),
  membersVersion: z.number().int(),
  head: seqSchema,
  readSeq: seqSchema,
  /** How many messages I have not read; 1 also while I have not seen that I was brought in. */
  unread: z.number().int(),
  latest: z.object({ seq: seqSchema, at: instantSchema, authorId: idSchema, preview: z.string() }).nullable(),
  /** What the list is ordered by: when something was said last, or I was brought in, or it was opened. */
  activeAt: instantSchema,
  canManage: z.boolean(),
});
export type Conversation = z.infer<typeof conversationSchema>;

const inConversation = { conversationId: idSchema };
const onGroup = { requestId: requestIdSchema, ...inConversation };

export const chatCommands = {
  'conversations.list': query(
    'My conversations, the latest first',
    z.object({}),
    z.object({ conversations: z.array(conversationSchema) }),
  ),
  'conversations.get': query('One conversation', z.object(inConversation), conversationSchema),
  'conversations.openDirect': command('The conversation of two', z.object({ personId: idSchema }), conversationSchema),
  'conversations.createGroup': command(
    'A group with a name and members',
    z.object({
      requestId: requestIdSchema,
      name: lineSchema(LIMITS.conversationName),
      memberIds: z.array(idSchema).min(1).max(LIMITS.groupMembers),
    }),
    conversationSchema,
  ),
  'conversations.rename': command(
    'Rename a group',
    z.object({ ...onGroup, name: lineSchema(LIMITS.conversationName) }),
    conversationSchema,
  ),
  'conversations.addMembers': command(
    'Bring people into a group',
    z.object({ ...onGroup, memberIds: z.array(idSchema).min(1).max(LIMITS.groupMembers) }),
    conversationSchema,
  ),
  'conversations.removeMember': command(
    'Take a person out of a group',
    z.object({ ...onGroup, personId: idSchema }),
    conversationSchema,
  ),
  'conversations.leave': command('Leave a group', z.object(onGroup), doneSchema),
  'conversations.markRead': command(
    'I have read up to here',
    z.object({ ...inConversation, seq: seqSchema }),
    z.object({ readSeq: seqSchema, unread: z.number().int() }),
  ),
  'messages.send': command(
    'Say something',
    z
      .object({
        ...inConversation,
        clientId: clientIdSchema,
        text: textSchema(LIMITS.messageLength),
        fileIds: z.array(idSchema).max(LIMITS.messageFiles).default([]),
        replyTo: seqSchema.nullable().default(null),
      })
      .refine((message) => message.text.length > 0 || message.fileIds.length > 0, { path: ['text'], message: 'empty' }),
    z.object({ fact: conversationFactSchema }),
  ),
  'messages.list': query(
    'Facts of a conversation in order: the last ones, or those before or after a number',
    z.object({
      ...inConversation,
      before: seqSchema.optional(),
      after: seqSchema.optional(),
      limit: z.number().int().min(1).max(LIMITS.pageSize).optional(),
    }),
    z.object({ facts: z.array(conversationFactSchema), head: seqSchema, membersVersion: z.number().int() }),
  ),
  'presence.list': query(
    'Who of these people is here',
    z.object({ personIds: z.array(idSchema).max(500) }),
    z.object({ online: z.array(idSchema) }),
  ),
};
