import type { SMS_STATES } from '@congso/contract/sms';
import { type Due, dueFields, dueIndex } from '../jobs/due-work.ts';
import { defineAggregate } from '../outbox/aggregate.ts';

export type SmsState = (typeof SMS_STATES)[number];

/** One SMS to one person. Its `_id` comes from its cause and is the request id the provider sees. */
export type SmsDoc = Due & {
  personId: string;
  /** E.164; empty where the person has no mobile phone. */
  phone: string;
  text: string;
  parts: number;
  purpose: string;
  /** Goes out in quiet hours too. */
  isExpress: boolean;
  state: SmsState;
  /** Which provider was called last; null before the first call. */
  provider: string | null;
  /** A key of the catalog's `sms.reason`, or what the provider said. */
  reason: string | null;
  sentAt: Date | null;
};

export const smsMessages = defineAggregate<SmsDoc>(
  'sms',
  'smsMessages',
  {
    ...dueFields,
    personId: String,
    phone: String,
    text: String,
    parts: Number,
    purpose: String,
    isExpress: Boolean,
    state: String,
    provider: { type: String, default: null },
    reason: { type: String, default: null },
    sentAt: { type: Date, default: null },
  },
  [dueIndex, [{ createdAt: -1, _id: 1 }], [{ state: 1, createdAt: -1, _id: 1 }], [{ personId: 1, createdAt: -1 }]],
);
