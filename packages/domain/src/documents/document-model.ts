import type { DocumentFields, OfficialDocument } from '@congso/contract/documents';
import { type Aggregate, defineAggregate } from '../outbox/aggregate.ts';
import { embedded } from '../stores/collection.ts';
import type { SlipValue } from './slip/slip-step.ts';

/** The register of incoming documents: one sequence for paper and electronic (Decree 30/2020, article 22.2). */
export const INCOMING_REGISTER = 'incoming';

/** The rows of a register, in the words of its partial index, so that it is the one that is used. */
export const rowsOf = (register: string): object => ({ register, arrivalNumber: { $type: 'number' } });

/** States in which a step of the slip may be active, so that somebody still has to do something. */
export const OPEN_STATES: readonly OfficialDocument['state'][] = ['registered', 'submitted', 'directed', 'assigned'];

/**
 * An incoming document. As a `draft` it has no number and nobody sees it; a draft left behind by a crash is numbered
 * by the retry. From `registered` on it is a row of the register and is never deleted.
 */
export type DocumentDoc = Aggregate &
  DocumentFields & {
    state: OfficialDocument['state'];
    register: string;
    year: number | null;
    arrivalNumber: number | null;
    registeredAt: Date | null;
    /** The day the letter came, which is not the day it was registered when the entry is late. */
    arrivalDate: string;
    mailId: string | null;
    /** Files added to it here; a mail's attachments stay the mail's. */
    fileIds: string[];
    searchKey: string;
    letterKey: string | null;
    slip: SlipValue | null;
    dueDate: string | null;
    dueAt: Date | null;
    completedAt: Date | null;
    voidReason: string | null;
  };

export const documents = defineAggregate<DocumentDoc>(
  'document',
  'documents',
  {
    state: String,
    register: String,
    year: { type: Number, default: null },
    arrivalNumber: { type: Number, default: null },
    registeredAt: { type: Date, default: null },
    arrivalDate: String,
    issuer: String,
    codeNumber: String,
    codeNotation: String,
    issuedDate: { type: String, default: null },
    documentType: String,
    subject: String,
    urgency: String,
    note: String,
    dueInLetter: { type: String, default: null },
    mailId: { type: String, default: null },
    fileIds: { type: [String], default: [] },
    searchKey: String,
    letterKey: { type: String, default: null },
    slip: { type: embedded, default: null },
    dueDate: { type: String, default: null },
    dueAt: { type: Date, default: null },
    completedAt: { type: Date, default: null },
    voidReason: { type: String, default: null },
  },
  [
    // Protocol R: the index that makes a number impossible to give twice, and finds the last one given.
    [
      { register: 1, year: 1, arrivalNumber: 1 },
      { unique: true, partialFilterExpression: { arrivalNumber: { $type: 'number' } } },
    ],
    // Desks: of all that was ever registered only the few that are open, of each urgency what is due or came first.
    [{ state: 1, urgency: 1, dueAt: 1, year: 1, arrivalNumber: 1 }],
    [{ mailId: 1 }],
    [{ createdById: 1, createdAt: -1 }],
    [{ letterKey: 1 }],
    [{ 'slip.steps.assigneeId': 1 }],
    [{ 'slip.steps.unitId': 1 }],
    [{ 'slip.steps.taskId': 1 }],
  ],
);
