import { z } from 'zod';
import { command, query } from './command.ts';
import { idSchema, instantSchema, requestIdSchema } from './ids.ts';
import { LIMITS } from './limits.ts';
import { lineSchema } from './text.ts';

/** What a reminder points at, so that a tap opens it. */
export const reminderTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('task'), id: idSchema }),
  z.object({ kind: z.literal('document'), id: idSchema }),
  z.object({ kind: z.literal('notice'), id: idSchema }),
  z.object({ kind: z.literal('message'), conversationId: idSchema, seq: z.number().int() }),
]);
export type ReminderTarget = z.infer<typeof reminderTargetSchema>;

export const reminderSchema = z.object({
  id: idSchema,
  target: reminderTargetSchema,
  /** Why it rings: chosen by the person, or before / at a deadline, or an unanswered notice. */
  occasion: z.enum(['chosen', 'before-due', 'due', 'unanswered']),
  text: z.string(),
  at: instantSchema,
  state: z.enum(['scheduled', 'fired', 'done', 'cancelled']),
  firedAt: instantSchema.nullable(),
  version: z.number().int(),
});
export type Reminder = z.infer<typeof reminderSchema>;

const onReminder = { requestId: requestIdSchema, reminderId: idSchema };

export const remindersCommands = {
  'reminders.create': command(
    'Remind me then',
    z.object({
      requestId: requestIdSchema,
      text: lineSchema(LIMITS.titleLength),
      at: instantSchema,
      target: reminderTargetSchema,
    }),
    reminderSchema,
  ),
  'reminders.list': query(
    'My reminders: ringing first, then to come',
    z.object({}),
    z.object({ reminders: z.array(reminderSchema) }),
  ),
  'reminders.snooze': command('Again later', z.object({ ...onReminder, until: instantSchema }), reminderSchema),
  'reminders.dismiss': command('Seen, thank you', z.object(onReminder), reminderSchema),
  'reminders.cancel': command('Do not ring', z.object(onReminder), reminderSchema),
};
