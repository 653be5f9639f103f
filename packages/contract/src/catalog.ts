import type { z } from 'zod';
import { chatCommands } from './chat.ts';
import { documentsCommands } from './documents.ts';
import { filesCommands } from './files.ts';
import { mailCommands } from './mail.ts';
import { noticesCommands } from './notices.ts';
import { organisationCommands } from './organisation.ts';
import { peopleCommands } from './people.ts';
import { remindersCommands } from './reminders.ts';
import { smsCommands } from './sms.ts';
import { healthCommands, syncCommands } from './sync.ts';
import { tasksCommands } from './tasks.ts';
import { workflowCommands } from './workflow.ts';

/** Everything a client can ask of the office, over HTTP (`POST /api/<name>`) and over the socket, in one table. */
export const COMMANDS = {
  ...organisationCommands,
  ...peopleCommands,
  ...chatCommands,
  ...filesCommands,
  ...noticesCommands,
  ...tasksCommands,
  ...remindersCommands,
  ...mailCommands,
  ...documentsCommands,
  ...workflowCommands,
  ...smsCommands,
  ...syncCommands,
  ...healthCommands,
};

export type CommandName = keyof typeof COMMANDS;
/** What a client writes; defaults are optional. */
export type CommandRequest<K extends CommandName> = z.input<(typeof COMMANDS)[K]['input']>;
/** What the domain receives, parsed. */
export type CommandInput<K extends CommandName> = z.output<(typeof COMMANDS)[K]['input']>;
export type CommandOutput<K extends CommandName> = z.output<(typeof COMMANDS)[K]['output']>;
