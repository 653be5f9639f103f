import { z } from 'zod';
import { command, query } from './command.ts';
import { urgencySchema } from './documents.ts';
import { fileSchema } from './files.ts';
import { historyEntrySchema } from './history.ts';
import { civilDateSchema, idSchema, instantSchema, requestIdSchema } from './ids.ts';
import { LIMITS } from './limits.ts';
import { pageInput, pageOf } from './page.ts';
import { lineSchema, saidSchema, searchedSchema, textSchema } from './text.ts';

export const TASK_STATES = [
  'assigned',
  'accepted',
  'in-progress',
  'reported',
  'closed',
  'declined',
  'cancelled',
] as const;
export const TASK_ACTIONS = [
  'accept',
  'decline',
  'progress',
  'report',
  'accept-report',
  'send-back',
  'close',
  'cancel',
] as const;
export const taskActionSchema = z.enum(TASK_ACTIONS);

/** Where a task came from: by hand, from a message, from a step of a document's slip. */
export const taskSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('manual') }),
  z.object({ kind: z.literal('message'), conversationId: idSchema, seq: z.number().int() }),
  z.object({ kind: z.literal('document'), documentId: idSchema, stepId: idSchema }),
]);

export const taskSchema = z.object({
  id: idSchema,
  /** What an SMS calls it, and what it is found by: `CV` and six digits. */
  code: z.string(),
  title: z.string(),
  description: z.string(),
  source: taskSourceSchema,
  assignerId: idSchema,
  leadId: idSchema,
  coordinatorIds: z.array(idSchema),
  /** That of the document it was made from; a task by hand is ordinary. */
  urgency: urgencySchema,
  dueDate: civilDateSchema.nullable(),
  dueAt: instantSchema.nullable(),
  state: z.enum(TASK_STATES),
  progress: z.number().int(),
  reports: z.array(
    z.object({ id: idSchema, authorId: idSchema, at: instantSchema, text: z.string(), files: z.array(fileSchema) }),
  ),
  files: z.array(fileSchema),
  createdAt: instantSchema,
  closedAt: instantSchema.nullable(),
  conversationId: idSchema,
  /** What I may do with it now. */
  actions: z.array(taskActionSchema),
  version: z.number().int(),
});
export type Task = z.infer<typeof taskSchema>;

const onTask = { requestId: requestIdSchema, taskId: idSchema };
const reason = saidSchema(LIMITS.reasonLength);

export const tasksCommands = {
  'tasks.create': command(
    'Assign a task',
    z.object({
      requestId: requestIdSchema,
      title: lineSchema(LIMITS.titleLength),
      description: textSchema(LIMITS.bodyLength).default(''),
      leadId: idSchema,
      coordinatorIds: z.array(idSchema).max(LIMITS.taskCoordinators).default([]),
      /** A day, or a number of working days from today, or none. */
      due: z
        .union([z.object({ date: civilDateSchema }), z.object({ workingDays: z.number().int().min(0).max(365) })])
        .nullable(),
      fromMessage: z.object({ conversationId: idSchema, seq: z.number().int() }).nullable().default(null),
      fileIds: z.array(idSchema).max(LIMITS.messageFiles).default([]),
    }),
    taskSchema,
  ),
  'tasks.list': query(
    'Tasks I do, tasks I gave, or all I may see',
    z.object({
      box: z.enum(['doing', 'given', 'all']),
      isOpen: z.boolean().optional(),
      text: searchedSchema.optional(),
      ...pageInput,
    }),
    pageOf(taskSchema),
  ),
  'tasks.get': query('One task', z.object({ taskId: idSchema }), taskSchema),
  'tasks.history': query(
    'Everything that happened to a task',
    z.object({ taskId: idSchema }),
    z.object({ entries: z.array(historyEntrySchema) }),
  ),
  'tasks.accept': command('I take it on', z.object(onTask), taskSchema),
  'tasks.decline': command('I cannot do it, because', z.object({ ...onTask, reason }), taskSchema),
  'tasks.setProgress': command(
    'How far it is',
    z.object({
      ...onTask,
      progress: z.number().int().min(0).max(100),
      note: textSchema(LIMITS.reasonLength).default(''),
    }),
    taskSchema,
  ),
  'tasks.report': command(
    'It is done, this is the result',
    z.object({
      ...onTask,
      text: saidSchema(LIMITS.bodyLength),
      fileIds: z.array(idSchema).max(LIMITS.messageFiles).default([]),
    }),
    taskSchema,
  ),
  'tasks.acceptReport': command('The report is good: closed', z.object(onTask), taskSchema),
  'tasks.sendBack': command('Not yet, because', z.object({ ...onTask, reason }), taskSchema),
  'tasks.close': command('Close without a report', z.object({ ...onTask, reason }), taskSchema),
  'tasks.cancel': command('It need not be done any more', z.object({ ...onTask, reason }), taskSchema),
  'tasks.previewDue': query(
    'The day that many working days from today',
    z.object({ workingDays: z.number().int().min(0).max(365) }),
    z.object({ date: civilDateSchema }),
  ),
};
