import { z } from 'zod';
import { command, query } from './command.ts';
import { DOCUMENT_TYPE_KEYS } from './document-types.ts';
import { fileSchema } from './files.ts';
import { historyEntrySchema } from './history.ts';
import { civilDateSchema, idSchema, instantSchema, requestIdSchema } from './ids.ts';
import { LIMITS } from './limits.ts';
import { pageInput, pageOf } from './page.ts';
import { allowedActionSchema, meetingSchema, proposedActSchema, slipSchema } from './slips.ts';
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
  /** The last day the letter itself asks an answer by (annex VI, DueDate); the leader sets what holds. */
  dueInLetter: civilDateSchema.nullable().default(null),
});
export type DocumentFields = z.infer<typeof documentFieldsSchema>;

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
  dueInLetter: civilDateSchema.nullable(),
  version: z.number().int(),
});
export type OfficialDocument = z.infer<typeof documentSchema>;

/** What the reader of a mail's text should be told of it; among the warnings of a mail those that are about its text. */
export const LETTER_WARNINGS = [
  'text-cut',
  'parts-cut',
  'structure-damaged',
  'body-charset-guessed',
  'characters-lost',
] as const;

/** The text of the mail a document came by, which may be the letter itself; plain, with the addresses of its links. */
const letterTextSchema = z.object({
  text: z.string(),
  /** waiting: not read yet; failed: it could not be read, and there is only the original. */
  reading: z.enum(['done', 'waiting', 'failed']),
  /** False where it was read before the addresses behind linked words were kept: only the original has them. */
  keepsAddresses: z.boolean(),
  warnings: z.array(z.enum(LETTER_WARNINGS)),
});

export const openedDocumentSchema = documentSchema.extend({
  slip: slipSchema.nullable(),
  files: z.array(fileSchema),
  hasOriginal: z.boolean(),
  /** Null for paper, and for a letter that is secret or destroyed. */
  letter: letterTextSchema.nullable(),
  taskIds: z.array(idSchema),
  conversationId: idSchema,
  allowedActions: z.array(allowedActionSchema),
  canVoid: z.boolean(),
  proposed: proposedActSchema,
  /** When the meeting is that the letter calls to. */
  meeting: meetingSchema.nullable(),
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
      /** Of which this unit has something to do still, late or due from today to Sunday. */
      openUnitId: idSchema.optional(),
      openDue: z.enum(['late', 'thisWeek']).optional(),
      ...pageInput,
    }),
    pageOf(documentSchema),
  ),
  'documents.dueByUnit': query(
    'How many documents each unit I lead has to do that are late, and due this week; counted from the history',
    z.object({}),
    z.object({
      units: z.array(z.object({ unitId: idSchema, late: z.number().int(), thisWeek: z.number().int() })),
    }),
  ),
  'documents.listIssuers': query(
    'Who has written to the office and under which symbols, the most frequent first; for clerks',
    z.object({}),
    z.object({ issuers: z.array(z.object({ name: z.string(), notations: z.array(z.string()) })) }),
  ),
  'documents.get': query('One document, opened', z.object({ documentId: idSchema }), openedDocumentSchema),
  'documents.history': query(
    'Everything that happened to a document',
    z.object({ documentId: idSchema }),
    z.object({ entries: z.array(historyEntrySchema) }),
  ),
};
