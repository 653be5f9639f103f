import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import { LIMITS } from '@congso/contract/limits';
import type { Reminder } from '@congso/contract/reminders';
import type { Caller } from '../office/caller.ts';
import { derivedId } from '../office/ids.ts';
import type { Office } from '../office/office.ts';
import { Refusal } from '../office/refusal.ts';
import { type Change, changeAggregate } from '../outbox/change-aggregate.ts';
import { requireFewKept, requireFewToday } from '../outbox/require-few.ts';
import { findReminder } from './find-reminder.ts';
import { planReminder } from './plan-reminder.ts';
import { presentReminder } from './present-reminder.ts';
import { type ReminderDoc, reminders } from './reminder-model.ts';

/** What has not rung yet, or rings. Whatever is over stays over. */
const CAN_RING: readonly Reminder['state'][] = ['scheduled', 'fired'];

/** Those a person chose; what the office plans is bounded by what it is planned about. */
const CHOSEN = { occasion: 'chosen' };

/**
 * Reminds the caller at an instant of their choice. The target is only a link for the caller's own eyes: opening it
 * asks its own gate.
 *
 * @throws Refusal DATE_IN_PAST, TOO_MANY_TODAY, TOO_MANY_KEPT
 */
export async function createReminder(
  office: Office,
  caller: Caller,
  input: CommandInput<'reminders.create'>,
): Promise<Reminder> {
  const id = derivedId('reminder', caller.personId, input.requestId);
  // Asked again because the answer was lost: its instant may have come meanwhile.
  const original = await findReminder(office, id);
  if (original) return presentReminder(original);
  const at = requireFuture(office, input.at, 'at');
  await requireFewToday(office, reminders, caller, LIMITS.remindersADay, CHOSEN);
  const own = { ...CHOSEN, personId: caller.personId, state: 'scheduled' };
  await requireFewKept(office, reminders, LIMITS.remindersKept, own);
  const planned = {
    id,
    personId: caller.personId,
    target: input.target,
    occasion: 'chosen',
    text: input.text,
    at,
  } as const;
  return presentReminder(await planReminder(office, planned, caller));
}

/** Those that ring, then those to come. */
export async function listReminders(
  office: Office,
  caller: Caller,
  _input: CommandInput<'reminders.list'>,
): Promise<CommandOutput<'reminders.list'>> {
  const found = await reminders
    .of(office)
    .find({ personId: caller.personId, state: { $in: ['fired', 'scheduled'] } })
    .sort({ state: 1, at: 1 })
    .limit(500)
    .lean<ReminderDoc[]>();
  return { reminders: found.map(presentReminder) };
}

/** Those that ring for a person, for Today. */
export async function listRinging(office: Office, personId: string): Promise<ReminderDoc[]> {
  return reminders.of(office).find({ personId, state: 'fired' }).sort({ at: 1 }).limit(100).lean<ReminderDoc[]>();
}

/** Rings again later; also before it rang. @throws Refusal NOT_FOUND, WRONG_STATE when it is over, DATE_IN_PAST */
export async function snoozeReminder(
  office: Office,
  caller: Caller,
  input: CommandInput<'reminders.snooze'>,
): Promise<Reminder> {
  return changeOwn(office, caller, input, (reminder) => {
    if (!CAN_RING.includes(reminder.state)) throw new Refusal('WRONG_STATE');
    const until = requireFuture(office, input.until, 'until');
    return {
      set: { state: 'scheduled', at: until, nextAt: until, firedAt: null },
      story: {
        action: 'snoozed',
        from: reminder.state,
        to: 'scheduled',
        details: { until },
        wakes: [{ job: 'fire-reminder', at: until }],
      },
    };
  });
}

/** Seen: it leaves the screen. */
export const dismissReminder = (office: Office, caller: Caller, input: CommandInput<'reminders.dismiss'>) =>
  end(office, caller, input, 'done', ['fired']);

/** It need not ring. */
export const cancelReminder = (office: Office, caller: Caller, input: CommandInput<'reminders.cancel'>) =>
  end(office, caller, input, 'cancelled', CAN_RING);

function end(
  office: Office,
  caller: Caller,
  input: { reminderId: string; requestId: string },
  to: 'done' | 'cancelled',
  from: readonly Reminder['state'][],
): Promise<Reminder> {
  return changeOwn(office, caller, input, (reminder) => {
    if (reminder.state === to) return null;
    if (!from.includes(reminder.state)) throw new Refusal('WRONG_STATE');
    return { set: { state: to, nextAt: null }, story: { action: to, from: reminder.state, to } };
  });
}

/** A reminder is its person's alone: for anybody else it does not exist. */
async function changeOwn(
  office: Office,
  caller: Caller,
  input: { reminderId: string; requestId: string },
  decide: (reminder: ReminderDoc) => Change<ReminderDoc>,
): Promise<Reminder> {
  const changed = await changeAggregate(office, reminders, input.reminderId, caller, input.requestId, (reminder) => {
    if (reminder.personId !== caller.personId) throw new Refusal('NOT_FOUND', { field: reminders.idField });
    const change = decide(reminder);
    return change && { ...change, story: { ...change.story, marks: [{ to: [caller.personId], kind: 'reminder' }] } };
  });
  return presentReminder(changed);
}

function requireFuture(office: Office, instant: string, field: string): Date {
  const at = new Date(instant);
  if (at <= office.clock.now()) throw new Refusal('DATE_IN_PAST', { field });
  return at;
}
