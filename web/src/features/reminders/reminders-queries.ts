import type { Reminder, ReminderTarget } from '@congso/contract/reminders';
import { useQuery } from '@tanstack/react-query';
import { listKeyOf } from '../../lib/query-keys.ts';
import { askOptions } from '../../lib/use-ask.ts';

const remindersOptions = askOptions(listKeyOf('reminder'), 'reminders.list', {});

/** My reminders: ringing first, then to come. */
export function useReminders() {
  return useQuery({ ...remindersOptions, select: ({ reminders }) => reminders });
}

/** How many of them ring now. */
export function useRingingCount(): number {
  const { data = 0 } = useQuery({
    ...remindersOptions,
    select: ({ reminders }) => reminders.filter(isRinging).length,
  });
  return data;
}

/** The address of what a reminder points at; null when it points at nothing. */
export function addressOfTarget(target: ReminderTarget): string | null {
  switch (target.kind) {
    case 'none':
      return null;
    case 'message':
      return `/chat/${target.conversationId}?seq=${target.seq}`;
    default:
      return `/${target.kind}s/${target.id}`;
  }
}

/** Whether it rings now. */
export const isRinging = (reminder: Reminder): boolean => reminder.state === 'fired';
