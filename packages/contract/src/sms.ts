import { z } from 'zod';
import { command, query } from './command.ts';
import { idSchema, instantSchema, requestIdSchema } from './ids.ts';
import { pageInput, pageOf } from './page.ts';

/** accepted: the provider has taken it; delivered: the provider's receipt says that it is on the telephone. */
export const SMS_STATES = ['queued', 'sending', 'accepted', 'delivered', 'failed', 'unknown', 'suppressed'] as const;

export const smsSchema = z.object({
  id: idSchema,
  personId: idSchema,
  phone: z.string(),
  text: z.string(),
  parts: z.number().int(),
  purpose: z.string(),
  state: z.enum(SMS_STATES),
  reason: z.string().nullable(),
  createdAt: instantSchema,
  sentAt: instantSchema.nullable(),
  version: z.number().int(),
});
export type Sms = z.infer<typeof smsSchema>;

/** How SMS leave: nowhere, into a folder (development), or through any provider that speaks HTTP. */
export const smsSettingsSchema = z.discriminatedUnion('provider', [
  z.object({ provider: z.literal('none') }),
  z.object({ provider: z.literal('folder') }),
  z.object({
    provider: z.literal('http'),
    url: z.url().max(500),
    method: z.enum(['GET', 'POST']),
    /** Query (GET) or form (POST) fields; {{to}}, {{text}}, {{requestId}} are filled in. Secret values come back masked. */
    parameters: z
      .array(z.object({ name: z.string().min(1).max(80), value: z.string().max(500), isSecret: z.boolean() }))
      .max(30),
    /** A regular expression the answer must match to count as accepted. */
    successPattern: z.string().min(1).max(200),
    perSecond: z.number().min(0.1).max(100),
    /** Whether the provider itself drops a repeated request id; only then is a doubtful SMS sent again. */
    deduplicates: z.boolean(),
    timeoutMs: z.number().int().min(500).max(60_000),
  }),
]);
export type SmsSettings = z.infer<typeof smsSettingsSchema>;

/** What a provider says of an SMS afterwards: our request id, and Kannel's number or a word for how it went. */
export const smsReceiptSchema = z.object({
  id: idSchema,
  status: z.enum(['1', '2', '4', '8', '16', 'delivered', 'failed', 'accepted']),
});
export type SmsReceipt = z.infer<typeof smsReceiptSchema>;

export const smsCommands = {
  'sms.list': query(
    'SMS and their states, the latest first',
    z.object({ state: z.enum(SMS_STATES).optional(), ...pageInput }),
    pageOf(smsSchema),
  ),
  'sms.getSettings': query('How SMS leave', z.object({}), smsSettingsSchema),
  'sms.getReceiptPath': query(
    'Where the provider tells receipts, with the secret it proves itself by; null until SMS leave through HTTP',
    z.object({}),
    z.object({ path: z.string().nullable() }),
  ),
  'sms.setSettings': command(
    'Change how SMS leave',
    z.object({ requestId: requestIdSchema, settings: smsSettingsSchema }),
    smsSettingsSchema,
  ),
  'sms.settle': command(
    'Settle an SMS of unknown outcome: it arrived, or it did not',
    z.object({ requestId: requestIdSchema, smsId: idSchema, outcome: z.enum(['accepted', 'failed']) }),
    smsSchema,
  ),
};
