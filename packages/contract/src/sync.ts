import { z } from 'zod';
import { query } from './command.ts';
import { documentSchema, urgencySchema } from './documents.ts';
import { idSchema, instantSchema } from './ids.ts';
import { noticeSchema } from './notices.ts';
import { personSchema } from './people.ts';
import { reminderSchema } from './reminders.ts';
import { taskSchema } from './tasks.ts';
import { searchedSchema } from './text.ts';

/** What a mark on a person's stream is about. */
export const ENTITY_KINDS = [
  'person',
  'unit',
  'organisation',
  'conversation',
  'read',
  'notice',
  'tally',
  'task',
  'reminder',
  'mail',
  'document',
  'sms',
  'holiday',
] as const;
export const entityKindSchema = z.enum(ENTITY_KINDS);
export type EntityKind = z.infer<typeof entityKindSchema>;

/** Marks carry no payload: the client fetches the entity through the gate (protocol S). */
export const markSchema = z.object({ kind: entityKindSchema, id: idSchema, version: z.number().int() });
export type Mark = z.infer<typeof markSchema>;

/** What rings about it, so that one thing is one row. */
const ringingSchema = reminderSchema.nullable();

/** Today: what do I owe, most pressing first. */
export const todayItemSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reminder'), at: instantSchema, reminder: reminderSchema }),
  z.object({ kind: z.literal('task'), at: instantSchema.nullable(), task: taskSchema, reminder: ringingSchema }),
  z.object({ kind: z.literal('notice'), at: instantSchema.nullable(), notice: noticeSchema, reminder: ringingSchema }),
  z.object({
    kind: z.literal('document'),
    at: instantSchema.nullable(),
    document: documentSchema,
    /** What I have to do with it; null where it lies with nobody any more and is to be given to another. */
    step: z.enum(['submit', 'direct', 'assign', 'process']).nullable(),
    reminder: ringingSchema,
  }),
  z.object({
    kind: z.literal('mail'),
    at: instantSchema,
    count: z.number().int(),
    /** The most urgent that waits. */
    urgency: urgencySchema,
  }),
]);
export type TodayItem = z.infer<typeof todayItemSchema>;

/** What a search finds, in fields; the page words them. */
export const hitSchema = z.discriminatedUnion('kind', [
  personSchema
    .pick({ id: true, familyMiddle: true, given: true, title: true, unitId: true })
    .extend({ kind: z.literal('person') }),
  z.object({ kind: z.literal('conversation'), id: idSchema, name: z.string() }),
  documentSchema
    .pick({
      id: true,
      subject: true,
      arrivalNumber: true,
      year: true,
      codeNumber: true,
      codeNotation: true,
      issuer: true,
    })
    .extend({ kind: z.literal('document') }),
  taskSchema.pick({ id: true, title: true, dueDate: true }).extend({ kind: z.literal('task') }),
  noticeSchema.pick({ id: true, title: true, publishedAt: true }).extend({ kind: z.literal('notice') }),
]);
export type Hit = z.infer<typeof hitSchema>;

export const syncCommands = {
  'sync.pull': query(
    'What changed for me since a cursor; `limited` means: read everything anew',
    z.object({ cursor: z.number().int().min(0).nullable() }),
    z.object({ cursor: z.number().int(), marks: z.array(markSchema), limited: z.boolean() }),
  ),
  'today.get': query(
    'What I owe today, the most pressing first',
    z.object({}),
    z.object({ items: z.array(todayItemSchema) }),
  ),
  'search.find': query(
    'People, conversations, documents, tasks and notices by words, marks ignored',
    z.object({ text: searchedSchema }),
    z.object({ hits: z.array(hitSchema) }),
  ),
};

export const healthSchema = z.object({
  queues: z.array(
    z.object({
      name: z.string(),
      waiting: z.number().int(),
      active: z.number().int(),
      failed: z.number().int(),
      oldestDueAt: instantSchema.nullable(),
    }),
  ),
  outboxWaiting: z.number().int(),
  /** What was tried to be told and failed, the oldest first: it holds back what else happened to the same thing. */
  stuck: z.array(
    z.object({
      entity: z.string(),
      id: idSchema,
      action: z.string(),
      since: instantSchema,
      tries: z.number().int(),
      reason: z.string(),
    }),
  ),
  mongo: z.enum(['up', 'down']),
  redis: z.enum(['up', 'down']),
  /** `isShort`: nothing is saved any more, so that what is there can still be read. */
  disk: z.object({ freeBytes: z.number().int(), isShort: z.boolean() }),
  mails: z.record(z.string(), z.number().int()),
  checkedAt: instantSchema,
});
export type Health = z.infer<typeof healthSchema>;

export const healthCommands = {
  'health.get': query('Queues, stores and processes, for administrators', z.object({}), healthSchema),
};
