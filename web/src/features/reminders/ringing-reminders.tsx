import type { Reminder } from '@congso/contract/reminders';
import { Button, Group } from '@mantine/core';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { announce } from '../../lib/announce.ts';
import { readSay, useSay } from '../../lib/language.ts';
import { useIsLookedAt } from '../../lib/page/attention.ts';
import { officeNow } from '../../lib/time/office-clock.ts';
import { hideToast, showToast } from '../../lib/toast.ts';
import { useCommand } from '../../lib/use-command.ts';
import { addressOfTarget, isRinging, useReminders } from './reminders-queries.ts';

const SNOOZE_MS = 15 * 60_000;

/** More than these would cover the page: what rings at one deadline is then told in one toast. */
const MOST_TOASTS = 2;

type RingingToast = { title: string; message: ReactNode; reminders: readonly Reminder[] };

/**
 * Shows what rings in toasts, on whatever page one is; they go when it is answered anywhere. Hôm nay lists what rings,
 * so there it needs no toast, and what was shown, closed or seen there is not shown again after a reload.
 */
export function RingingReminders() {
  const { data: reminders } = useReminders();
  const isOnToday = useLocation({ select: ({ pathname }) => pathname === '/' });
  const isLookedAt = useIsLookedAt();
  const open = useRef(new Map<string, RingingToast>());
  useEffect(() => {
    const inToasts = new Set([...open.current.values()].flatMap((toast) => toast.reminders.map(toastIdOf)));
    const ringing = (reminders ?? []).filter(isRinging);
    const isWaiting = (reminder: Reminder) => {
      const id = toastIdOf(reminder);
      const isNew = sessionStorage.getItem(id) === null;
      // Listed on a page behind other windows is not shown; its toast stays until somebody closes it.
      if (!isOnToday || isLookedAt) sessionStorage.setItem(id, 'shown');
      return !isOnToday && (isNew || inToasts.has(id));
    };
    const wanted = toastsOf(ringing.filter(isWaiting));
    for (const id of [...open.current.keys()]) {
      if (wanted.has(id)) continue;
      open.current.delete(id);
      void hideToast(id);
    }
    for (const [id, toast] of wanted) {
      if (open.current.has(id)) continue;
      open.current.set(id, toast);
      const { title, message } = toast;
      void showToast({ id, title, message, stays: true, onClose: () => open.current.delete(id) });
      const [only, ...others] = toast.reminders;
      announce(only && others.length === 0 ? `${title}: ${only.text}` : title);
    }
  }, [reminders, isOnToday, isLookedAt]);
  return null;
}

/** By id: a toast for each while they are few, else one for all of them. */
function toastsOf(waiting: readonly Reminder[]): Map<string, RingingToast> {
  const say = readSay();
  if (waiting.length <= MOST_TOASTS)
    return new Map(
      waiting.map((reminder) => {
        const title = say(`reminders.occasion.${reminder.occasion}`);
        return [toastIdOf(reminder), { title, message: <Ringing reminder={reminder} />, reminders: [reminder] }];
      }),
    );
  const id = `reminders:${waiting.map(toastIdOf).join()}`;
  const title = say('reminders.ringing', { count: waiting.length });
  return new Map([[id, { title, message: <ToToday />, reminders: waiting }]]);
}

function ToToday() {
  const say = useSay();
  return (
    <Button component={Link} to="/" size="compact-sm" mt="xs">
      {say('reminders.action.seeToday')}
    </Button>
  );
}

/** A reminder that rings again after a snooze is a new toast. */
const toastIdOf = ({ id, at }: Reminder): string => `reminder:${id}:${at}`;

function Ringing({ reminder }: { reminder: Reminder }) {
  const say = useSay();
  const navigate = useNavigate();
  const snooze = useCommand('reminders.snooze', { changes: ['reminder'] });
  const dismiss = useCommand('reminders.dismiss', { changes: ['reminder'] });
  const to = addressOfTarget(reminder.target);
  const toastId = toastIdOf(reminder);
  return (
    <>
      <div>{reminder.text}</div>
      <Group gap="xs" mt="xs">
        {to !== null && (
          <Button
            size="compact-sm"
            onClick={() => {
              void navigate({ to });
              void hideToast(toastId);
            }}
          >
            {say('frame.action.open')}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          onClick={() =>
            snooze.mutate({ reminderId: reminder.id, until: new Date(officeNow() + SNOOZE_MS).toISOString() })
          }
        >
          {say('reminders.when.inMinutes', { count: 15 })}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => dismiss.mutate({ reminderId: reminder.id })}>
          {say('reminders.action.dismiss')}
        </Button>
      </Group>
    </>
  );
}
