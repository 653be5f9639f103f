import type { Mail } from '@congso/contract/mail';
import type { Authentication, BodyEncoding, MailKind, Proposal } from '@congso/contract/mail-reading';
import { type Due, dueFields, dueIndex } from '../jobs/due-work.ts';
import { defineAggregate } from '../outbox/aggregate.ts';
import { embedded } from '../stores/collection.ts';

/**
 * A mail, one per recipient. Its id is its delivery key, so that a redelivery meets the unique index. What was read of
 * it stays empty until the worker has read it, and is emptied again when it turns out to be secret.
 */
export type MailDoc = Due & {
  state: Mail['state'];
  /** What `nextAt` is about; null when the office has nothing left to do by itself. */
  duty: 'read' | 'read-alone' | 'authenticate' | null;
  /** How often its duty failed by a fault of ours. */
  faults: number;
  /** Where it stands among those that wait (`working/claim-turn.ts`); null for one from before there were turns. */
  line: { isFirst: boolean; network: string; domain: string; sender: string } | null;
  receivedAt: Date;
  /** The office's own address it came to, lower case, and the unit behind it; null for the registry. */
  recipient: string;
  unitId: string | null;
  /** As the gateway saw it; never as the message tells it. */
  envelope: { ip: string; helo: string; from: string };
  /** Our own Received field. It is kept here: the stored bytes are the sent bytes. */
  receivedField: string;
  /** The raw message in the blob store; null once it was destroyed. */
  rawSha256: string | null;
  sizeBytes: number;
  messageId: string | null;
  /** The same for every recipient of one letter. */
  documentKey: string;

  kind: MailKind;
  fromName: string;
  fromAddress: string;
  to: string[];
  subject: string;
  sentAt: Date | null;
  text: string;
  /** Whether the text has the addresses behind linked words; what was read before they were kept lacks it. */
  keepsAddresses: boolean;
  flags: string[];
  /** Our person, unit or office whose name the sender bears, although the address is none of ours. */
  claimsToBe: string | null;
  /** Small pictures of the text that are among no files. */
  hiddenPictures: number;
  /** What the text was read as, where that was guessed or chosen. */
  encoding: BodyEncoding | null;
  fileIds: string[];
  authentication: Authentication | null;
  proposal: Proposal | null;
  proposedUnitId: string | null;
  /** Which ones only: what they are called is asked when they are shown, for a secret one has no name any more. */
  duplicates: Pick<Mail['duplicates'][number], 'kind' | 'id'>[];

  documentId: string | null;
  /** The issuer a clerk confirmed: what later letters of the same sender are proposed under. */
  confirmedIssuer: string | null;
  reason: string | null;
  /** What the state was before the clerk decided, for taking back. */
  stateBefore: Mail['state'] | null;
  /** What a clerk chose the text to be read as. */
  chosenEncoding: BodyEncoding | null;
  /** A clerk has looked: the secrecy mark found in it is none. */
  isCleared: boolean;
};

export const mails = defineAggregate<MailDoc>(
  'mail',
  'mails',
  {
    ...dueFields,
    state: String,
    duty: { type: String, default: null },
    faults: { type: Number, default: 0 },
    line: { type: embedded, default: null },
    receivedAt: Date,
    recipient: String,
    unitId: { type: String, default: null },
    envelope: embedded,
    receivedField: String,
    rawSha256: { type: String, default: null },
    sizeBytes: Number,
    messageId: { type: String, default: null },
    documentKey: String,
    kind: String,
    fromName: String,
    fromAddress: String,
    to: [String],
    subject: String,
    sentAt: { type: Date, default: null },
    text: String,
    keepsAddresses: { type: Boolean, default: false },
    flags: [String],
    claimsToBe: { type: String, default: null },
    hiddenPictures: { type: Number, default: 0 },
    encoding: { type: String, default: null },
    chosenEncoding: { type: String, default: null },
    fileIds: [String],
    authentication: { type: embedded, default: null },
    proposal: { type: embedded, default: null },
    proposedUnitId: { type: String, default: null },
    duplicates: { type: [embedded], default: [] },
    documentId: { type: String, default: null },
    confirmedIssuer: { type: String, default: null },
    reason: { type: String, default: null },
    stateBefore: { type: String, default: null },
    isCleared: { type: Boolean, default: false },
  },
  [
    dueIndex,
    // Whose turn it is, level by level.
    [
      { duty: 1, 'line.isFirst': 1, 'line.network': 1, 'line.domain': 1, 'line.sender': 1, nextAt: 1 },
      { partialFilterExpression: { nextAt: { $type: 'date' } } },
    ],
    // Who writes from where an agency has written before.
    [
      { 'line.network': 1, 'line.domain': 1, state: 1 },
      { partialFilterExpression: { confirmedIssuer: { $type: 'string' } } },
    ],
    [{ state: 1, receivedAt: -1, _id: 1 }],
    // The queue: of each urgency what has waited longest, read backwards.
    [{ state: 1, 'proposal.urgency.value': 1, receivedAt: -1, _id: 1 }],
    // Whom the office knows, by all that is asked of ten thousand mails for every new one: the index answers alone.
    [
      {
        state: 1,
        receivedAt: -1,
        confirmedIssuer: 1,
        'authentication.dmarc.verdict': 1,
        'authentication.dmarc.domain': 1,
      },
      { partialFilterExpression: { confirmedIssuer: { $type: 'string' } } },
    ],
    [{ documentKey: 1 }],
    [{ rawSha256: 1 }],
    [{ 'proposal.codeText.value': 1 }, { sparse: true }],
  ],
);
