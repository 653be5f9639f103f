import type { DueWork } from './jobs/due-work.ts';
import { mails } from './mail/mail-model.ts';
import { notices } from './notices/notice-model.ts';
import { reminders } from './reminders/reminder-model.ts';
import { smsMessages } from './sms/sms-model.ts';

/** Which job works on which aggregate when its `nextAt` has come. */
export const DUE_WORK = [
  { job: 'read-mail', kind: mails, select: { duty: 'read' } },
  { job: 'authenticate-mail', kind: mails, select: { duty: 'authenticate' } },
  { job: 'fire-reminder', kind: reminders },
  { job: 'press-notice', kind: notices },
  { job: 'send-sms', kind: smsMessages },
] as unknown as readonly DueWork[];
