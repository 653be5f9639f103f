import { z } from 'zod';
import { command, query } from './command.ts';
import { DOCUMENT_TYPE_KEYS } from './document-types.ts';
import { fileSchema } from './files.ts';
import { historyEntrySchema } from './history.ts';
import { civilDateSchema, idSchema, instantSchema, requestIdSchema } from './ids.ts';
import { LIMITS } from './limits.ts';
import { pageInput, pageOf } from './page.ts';
import { lineSchema, optionalLineSchema, saidSchema, searchedSchema, textSchema } from './text.ts';

/** thường, khẩn, thượng khẩn, hỏa tốc (Decree 30/2020, annex I). */
export const URGENCIES = ['normal', 'urgent', 'very-urgent', 'express'] as const;
export const urgencySchema = z.enum(URGENCIES);
export type Urgency = z.infer<typeof urgencySchema>;

export const DOCUMENT_STATES = [
  'draft',
  'registered',
  'submitted',
  'directed',
  'assigned',
  'completed',
  'voided',
] as const;
export const documentStateSchema = z.enum(DOCUMENT_STATES);

/** One of the types of Decree 30/2020, article 7; empty where the letter is of none of them. */
const documentTypeSchema = z.enum([...DOCUMENT_TYPE_KEYS, '']);

/** What the register holds about an incoming document (Decree 30/2020, annexes IV and VI). */
export const documentFieldsSchema = z.object({
  issuer: lineSchema(200),
  codeNumber: optionalLineSchema(11),
  codeNotation: optionalLineSchema(30),
  issuedDate: civilDateSchema.nullable(),
  documentType: documentTypeSchema,
  subject: lineSchema(LIMITS.subjectLength),
  urgency: urgencySchema,
  note: optionalLineSchema(500).default(''),
});
export type DocumentFields = z.infer<typeof documentFieldsSchema>;

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

export const documentSchema = z.object({
  id: idSchema,
  state: documentStateSchema,
  register: z.string(),
  year: z.number().int().nullable(),
  arrivalNumber: z.number().int().nullable(),
  arrivalDate: civilDateSchema.nullable(),
  registeredAt: instantSchema.nullable(),
  issuer: z.string(),
  codeNumber: z.string(),
  codeNotation: z.string(),
  issuedDate: civilDateSchema.nullable(),
  documentType: documentTypeSchema,
  subject: z.string(),
  urgency: urgencySchema,
  note: z.string(),
  dueDate: civilDateSchema.nullable(),
  dueAt: instantSchema.nullable(),
  completedAt: instantSchema.nullable(),
  mailId: idSchema.nullable(),
  /** Units and people it was handed to, for the register's column. */
  holders: z.array(
    z.object({
      unitId: idSchema.nullable(),
      personId: idSchema,
      part: z.enum(['lead', 'coordinate']),
      at: instantSchema,
    }),
  ),
  voidReason: z.string().nullable(),
  version: z.number().int(),
});
export type OfficialDocument = z.infer<typeof documentSchema>;

export const openedDocumentSchema = documentSchema.extend({
  slip: slipSchema.nullable(),
  files: z.array(fileSchema),
  hasOriginal: z.boolean(),
  taskIds: z.array(idSchema),
  conversationId: idSchema,
  allowedActions: z.array(allowedActionSchema),
  canVoid: z.boolean(),
});
export type OpenedDocument = z.infer<typeof openedDocumentSchema>;

const onDocument = { requestId: requestIdSchema, documentId: idSchema };

export const documentsCommands = {
  'documents.register': command(
    'Confirm the proposal of a mail and give it the next arrival number',
    z.object({ requestId: requestIdSchema, mailId: idSchema, fields: documentFieldsSchema }),
    openedDocumentSchema,
  ),
  'documents.registerPaper': command(
    'Register a letter that came on paper, in the same sequence (Decree 30/2020, Art. 22.2)',
    z.object({
      requestId: requestIdSchema,
      fields: documentFieldsSchema,
      fileIds: z.array(idSchema).max(LIMITS.messageFiles).default([]),
    }),
    openedDocumentSchema,
  ),
  'documents.void': command(
    'Cancel a registration; the number stays visible',
    z.object({ ...onDocument, reason: saidSchema(LIMITS.reasonLength) }),
    openedDocumentSchema,
  ),
  'documents.act': command(
    'Take a step of the workflow: submit, direct, assign, complete, return, reassign',
    z.object({
      ...onDocument,
      action: z.string().max(40),
      stepId: idSchema.nullable(),
      personId: idSchema.nullable().default(null),
      coordinatorIds: z.array(idSchema).max(LIMITS.taskCoordinators).default([]),
      leadUnitId: idSchema.nullable().default(null),
      coordinatingUnitIds: z.array(idSchema).max(50).default([]),
      instruction: textSchema(LIMITS.reasonLength).default(''),
      reason: textSchema(LIMITS.reasonLength).default(''),
      due: z
        .union([z.object({ date: civilDateSchema }), z.object({ workingDays: z.number().int().min(0).max(365) })])
        .nullable()
        .default(null),
    }),
    openedDocumentSchema,
  ),
  'documents.list': query(
    'The incoming register, filtered; `desk` is what waits for me',
    z.object({
      box: z.enum(['register', 'desk', 'mine']),
      year: z.number().int().optional(),
      from: civilDateSchema.optional(),
      to: civilDateSchema.optional(),
      text: searchedSchema.optional(),
      state: documentStateSchema.optional(),
      urgency: urgencySchema.optional(),
      unitId: idSchema.optional(),
      isOverdue: z.boolean().optional(),
      ...pageInput,
    }),
    pageOf(documentSchema),
  ),
  'documents.get': query('One document, opened', z.object({ documentId: idSchema }), openedDocumentSchema),
  'documents.history': query(
    'Everything that happened to a document',
    z.object({ documentId: idSchema }),
    z.object({ entries: z.array(historyEntrySchema) }),
  ),
};
