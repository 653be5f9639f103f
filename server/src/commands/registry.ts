import type { CommandName } from '@congso/contract/catalog';
import type { SessionCommand } from '../http/session-door.ts';
import { chatHandlers } from './chat-commands.ts';
import { documentsHandlers } from './documents-commands.ts';
import { filesHandlers } from './files-commands.ts';
import type { Handlers } from './handler.ts';
import { mailHandlers } from './mail-commands.ts';
import { noticesHandlers } from './notices-commands.ts';
import { organisationHandlers } from './organisation-commands.ts';
import { peopleHandlers } from './people-commands.ts';
import { remindersHandlers } from './reminders-commands.ts';
import { smsHandlers } from './sms-commands.ts';
import { syncHandlers } from './sync-commands.ts';
import { tasksHandlers } from './tasks-commands.ts';
import { workflowHandlers } from './workflow-commands.ts';

/** Every command's handler: one registry serves HTTP and the socket (design 6). A missing one does not compile. */
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
