import type { Notice, NoticeScope } from '@congso/contract/notices';
import { type Due, dueFields, dueIndex } from '../jobs/due-work.ts';
import { type Aggregate, defineAggregate } from '../outbox/aggregate.ts';
import { embedded } from '../stores/collection.ts';

/** One of the audience with the unit they had when the notice was published. */
export type Addressee = { personId: string; unitId: string | null };

/** A notice; its audience is frozen by the write that publishes it (protocol "Notices"). */
export type NoticeDoc = Due & {
  title: string;
  /** What it is found by; those published before there was such a key have none. */
  searchKey?: string;
  body: string;
  fileIds: string[];
  authorId: string;
  scope: NoticeScope;
  publishedAt: Date;
  mustAcknowledge: boolean;
  acknowledgeBy: Date | null;
  state: Notice['state'];
  withdrawReason: string | null;
  audience: Addressee[];
  audienceSize: number;
  /** When somebody last reminded those who had not answered; none where nobody has. */
  pressedAt?: Date;
};

export const notices = defineAggregate<NoticeDoc>(
  'notice',
  'notices',
  {
    ...dueFields,
    title: String,
    searchKey: String,
    body: String,
    fileIds: [String],
    authorId: String,
    scope: embedded,
    publishedAt: Date,
    mustAcknowledge: Boolean,
    acknowledgeBy: { type: Date, default: null },
    state: String,
    withdrawReason: { type: String, default: null },
    audience: { type: [embedded], default: [] },
    audienceSize: Number,
    pressedAt: Date,
  },
  [
    dueIndex,
    // Boxes, in the order they are shown: a notice holds its whole audience, so none is read to be sorted.
    [{ 'audience.personId': 1, publishedAt: -1, _id: 1 }],
    [{ authorId: 1, publishedAt: -1, _id: 1 }],
    [{ createdById: 1, createdAt: -1 }],
    // With what it is found by: of a whole audience nothing is read to know whether the title has a word.
    [{ publishedAt: -1, _id: 1, searchKey: 1 }],
    // Which of them may wait for somebody: answered by the index alone.
    [
      { 'audience.personId': 1, state: 1, mustAcknowledge: 1, _id: 1 },
      { partialFilterExpression: { mustAcknowledge: true } },
    ],
  ],
);

/** What one person answered: the evidence. `_id` is `notice>person`; an instant once set never changes. */
export type ReceiptDoc = Aggregate & {
  noticeId: string;
  personId: string;
  unitId: string | null;
  seenAt: Date;
  acknowledgedAt: Date | null;
};

export const receipts = defineAggregate<ReceiptDoc>(
  'receipt',
  'noticeReceipts',
  {
    noticeId: String,
    personId: String,
    unitId: { type: String, default: null },
    seenAt: Date,
    acknowledgedAt: { type: Date, default: null },
  },
  [[{ noticeId: 1 }]],
);

export const receiptId = (noticeId: string, personId: string) => `${noticeId}>${personId}`;
