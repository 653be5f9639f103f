import { z } from 'zod';
import { fileSchema } from './files.ts';
import { civilDateSchema, idSchema, instantSchema } from './ids.ts';

/** A step of the slip: somebody (a person, or a unit through its head) has to do something. */
export const slipStepSchema = z.object({
  id: idSchema,
  state: z.string(),
  assigneeId: idSchema,
  unitId: idSchema.nullable(),
  part: z.enum(['lead', 'coordinate']),
  instruction: z.string(),
  givenById: idSchema,
  dueDate: civilDateSchema.nullable(),
  dueAt: instantSchema.nullable(),
  status: z.enum(['active', 'done', 'returned', 'reassigned', 'skipped']),
  startedAt: instantSchema,
  doneAt: instantSchema.nullable(),
  result: z.string().nullable(),
  taskId: idSchema.nullable(),
  /** The report its task was closed with, and what was attached to it. */
  report: z.object({ authorId: idSchema, at: instantSchema, text: z.string(), files: z.array(fileSchema) }).nullable(),
});
export type SlipStep = z.infer<typeof slipStepSchema>;

export const slipSchema = z.object({
  workflowId: idSchema,
  workflowVersion: z.number().int(),
  steps: z.array(slipStepSchema),
});

/** What I may do with a document now; the workflow definition decides. */
export const allowedActionSchema = z.object({
  action: z.string(),
  stepId: idSchema.nullable(),
  assignee: z.enum(['person', 'units', 'none']),
  /** For `person`: whom I may choose. */
  candidateIds: z.array(idSchema),
  needsReason: z.boolean(),
  setsDueDate: z.boolean(),
});

/** A day, YYYY-MM-DD, and the hour HH:mm where the letter names one. */
export const meetingSchema = z.object({ date: z.string().max(10), time: z.string().max(5).nullable() });
export type Meeting = z.infer<typeof meetingSchema>;

/** What is known before the one who acts next says anything: it stands in their dialog, for them to change. */
export const proposedActSchema = z.object({
  /** Named by a rule, or by the address the letter came to. */
  unitId: idSchema.nullable(),
  /** Units to give it to by one tap, the likeliest first: that one, those this leader mostly directs to, the others. */
  unitIds: z.array(idSchema),
  /** The day the letter names, while it has not passed. */
  dueDate: civilDateSchema.nullable(),
  /** The leader to whom letters were submitted last. */
  leaderId: idSchema.nullable(),
});
