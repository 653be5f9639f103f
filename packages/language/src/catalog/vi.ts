import { account } from './vi/account.ts';
import { administration } from './vi/administration.ts';
import { chat } from './vi/chat.ts';
import { documents } from './vi/documents.ts';
import { errors } from './vi/errors.ts';
import { files } from './vi/files.ts';
import { frame } from './vi/frame.ts';
import { holidays } from './vi/holidays.ts';
import { mail } from './vi/mail.ts';
import { notices } from './vi/notices.ts';
import { organisation } from './vi/organisation.ts';
import { people } from './vi/people.ts';
import { reminders } from './vi/reminders.ts';
import { sms } from './vi/sms.ts';
import { tasks } from './vi/tasks.ts';
import { today } from './vi/today.ts';

/** Vietnamese, the master: its keys are the keys of every language. One file per noun. */
const catalog = {
  account,
  administration,
  chat,
  documents,
  errors,
  files,
  frame,
  holidays,
  mail,
  notices,
  organisation,
  people,
  reminders,
  sms,
  tasks,
  today,
} as const;

export type Catalog = typeof catalog;
export default catalog;
