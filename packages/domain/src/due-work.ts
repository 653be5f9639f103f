import type { DueWork } from './jobs/due-work.ts';
import { notices } from './notices/notice-model.ts';
import { reminders } from './reminders/reminder-model.ts';
import { SMS_LEASE_MS } from './sms/sending/send-sms.ts';
import { smsMessages } from './sms/sms-model.ts';

/** Which job works on which aggregate when its `nextAt` has come. */
export const DUE_WORK = [
  { job: 'fire-reminder', kind: reminders, leaseMs: 30_000 },
  { job: 'press-notice', kind: notices, leaseMs: 30_000 },
  { job: 'send-sms', kind: smsMessages, leaseMs: SMS_LEASE_MS },
] as unknown as readonly DueWork[];
