import type { DueWork } from './jobs/due-work.ts';
import { mails } from './mail/mail-model.ts';
import { MAIL_DUTIES } from './mail/working/mail-duties.ts';
import { notices } from './notices/notice-model.ts';
import { reminders } from './reminders/reminder-model.ts';
import { SMS_DUTY } from './sms/sending/send-sms.ts';
import { smsMessages } from './sms/sms-model.ts';

const WHENEVER = { select: {}, longestMs: null };

/** Which job works on which aggregate when its `nextAt` has come. */
export const DUE_WORK = [
  { job: 'read-mail', kind: mails, ...MAIL_DUTIES.read },
  { job: 'read-mail-alone', kind: mails, ...MAIL_DUTIES.readAlone },
  { job: 'authenticate-mail', kind: mails, ...MAIL_DUTIES.authenticate },
  { job: 'fire-reminder', kind: reminders, ...WHENEVER },
  { job: 'press-notice', kind: notices, ...WHENEVER },
  { job: 'send-sms', kind: smsMessages, ...SMS_DUTY },
] as unknown as readonly DueWork[];
