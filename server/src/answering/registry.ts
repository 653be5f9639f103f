import type { CommandName } from '@congso/contract/catalog';
import { chatHandlers } from '../commands/chat-commands.ts';
import { documentsHandlers } from '../commands/documents-commands.ts';
import { filesHandlers } from '../commands/files-commands.ts';
import { mailHandlers } from '../commands/mail-commands.ts';
import { noticesHandlers } from '../commands/notices-commands.ts';
import { organisationHandlers } from '../commands/organisation-commands.ts';
import { peopleHandlers } from '../commands/people-commands.ts';
import { remindersHandlers } from '../commands/reminders-commands.ts';
import { smsHandlers } from '../commands/sms-commands.ts';
import { syncHandlers } from '../commands/sync-commands.ts';
import { tasksHandlers } from '../commands/tasks-commands.ts';
import { workflowHandlers } from '../commands/workflow-commands.ts';
import type { SessionCommand } from '../http/session-door.ts';
import type { Handlers } from './handler.ts';

/** Every command's handler: one registry serves HTTP and the socket. A missing one does not compile. */
export const COMMAND_HANDLERS = {
  ...organisationHandlers,
  ...peopleHandlers,
  ...chatHandlers,
  ...filesHandlers,
  ...noticesHandlers,
  ...tasksHandlers,
  ...remindersHandlers,
  ...mailHandlers,
  ...documentsHandlers,
  ...workflowHandlers,
  ...smsHandlers,
  ...syncHandlers,
} satisfies Handlers<Exclude<CommandName, SessionCommand>>;
