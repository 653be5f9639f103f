import { account } from './en/account.ts';
import { administration } from './en/administration.ts';
import { chat } from './en/chat.ts';
import { documents } from './en/documents.ts';
import { errors } from './en/errors.ts';
import { files } from './en/files.ts';
import { frame } from './en/frame.ts';
import { holidays } from './en/holidays.ts';
import { mail } from './en/mail.ts';
import { notices } from './en/notices.ts';
import { organisation } from './en/organisation.ts';
import { people } from './en/people.ts';
import { reminders } from './en/reminders.ts';
import { sms } from './en/sms.ts';
import { tasks } from './en/tasks.ts';
import { today } from './en/today.ts';
import type { Translated } from './translated.ts';
import type { Catalog } from './vi.ts';

/** English. A noun or sentence that Vietnamese has and this lacks does not compile. */
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
} as const satisfies Translated<Catalog>;

export default catalog;
