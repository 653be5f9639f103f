import type { DueWork } from './jobs/due-work.ts';
import { mails } from './mail/mail-model.ts';
import { AUTHENTICATE_LEASE_MS } from './mail/working/authenticate-received-mail.ts';
import { READ_LEASE_MS } from './mail/working/read-received-mail.ts';
import { notices } from './notices/notice-model.ts';
import { reminders } from './reminders/reminder-model.ts';
import { SMS_LEASE_MS } from './sms/sending/send-sms.ts';
import { smsMessages } from './sms/sms-model.ts';

/** Which job works on which aggregate when its `nextAt` has come. */
export const DUE_WORK = [
  { job: 'read-mail', kind: mails, leaseMs: READ_LEASE_MS, select: { duty: 'read' } },
  { job: 'authenticate-mail', kind: mails, leaseMs: AUTHENTICATE_LEASE_MS, select: { duty: 'authenticate' } },
  { job: 'fire-reminder', kind: reminders, leaseMs: 30_000 },
  { job: 'press-notice', kind: notices, leaseMs: 30_000 },
  { job: 'send-sms', kind: smsMessages, leaseMs: SMS_LEASE_MS },
] as unknown as readonly DueWork[];
