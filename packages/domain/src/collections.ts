import { conversations } from './chat/conversation-model.ts';
import { documents } from './documents/document-model.ts';
import { files } from './files/file-model.ts';
import { uploads } from './files/uploads/upload-model.ts';
import { history } from './history/history-model.ts';
import { mails } from './mail/mail-model.ts';
import { mailRules } from './mail-rules/mail-rule-model.ts';
import { facts } from './messages/fact-model.ts';
import { readPointers } from './messages/reading/read-pointer-model.ts';
import { notices, receipts } from './notices/notice-model.ts';
import { secrets } from './office/secret-model.ts';
import { foundings } from './organisation/founding/founding-model.ts';
import { organisations } from './organisation/organisation-model.ts';
import { positions } from './organisation/position-model.ts';
import { units } from './organisation/unit-model.ts';
import type { Aggregate, AggregateKind } from './outbox/aggregate.ts';
import { people } from './people/person-model.ts';
import { reminders } from './reminders/reminder-model.ts';
import { sessions } from './sessions/session-model.ts';
import { smsPace } from './sms/sending/take-turn.ts';
import { smsSettings } from './sms/settings/sms-settings-model.ts';
import { smsMessages } from './sms/sms-model.ts';
import type { Collection } from './stores/collection.ts';
import { streams } from './sync/stream-model.ts';
import { tasks } from './tasks/task-model.ts';
import { workflows } from './workflow/workflow-model.ts';
import { holidays } from './working-time/holiday-model.ts';

/** Every aggregate: what the outbox sweep looks through. */
export const AGGREGATES = [
  tasks,
  reminders,
  notices,
  receipts,
  organisations,
  units,
  positions,
  people,
  conversations,
  holidays,
  smsMessages,
  smsSettings,
  mails,
  mailRules,
  documents,
] as unknown as readonly AggregateKind<Aggregate>[];

/** Every collection: what gets its indexes at the start and what a backup carries. */
export const COLLECTIONS = [
  ...AGGREGATES,
  history,
  streams,
  sessions,
  foundings,
  secrets,
  facts,
  readPointers,
  files,
  uploads,
  smsPace,
  workflows,
] as unknown as readonly Collection<unknown>[];
