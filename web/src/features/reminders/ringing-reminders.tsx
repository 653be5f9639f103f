import type { Reminder } from '@congso/contract/reminders';
import { Button, Group } from '@mantine/core';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { announce } from '../../lib/announce.ts';
import { readSay, useSay } from '../../lib/language.ts';
import { hideToast, showToast } from '../../lib/toast.ts';
import { useCommand } from '../../lib/use-command.ts';
import { addressOfTarget, isRinging, useReminders } from './reminders-queries.ts';

const SNOOZE_MS = 15 * 60_000;

/**
 * Shows each ringing reminder once as a toast, on whatever page one is; it goes when it is answered anywhere. Hôm nay
 * lists what rings, so there it needs no toast, and after a reload it is not shown again.
 */
export function RingingReminders() {
  const { data: reminders } = useReminders();
  const isOnToday = useLocation({ select: ({ pathname }) => pathname === '/' });
  const shown = useRef(new Set<string>());
  useEffect(() => {
    const ringing = new Map((reminders ?? []).filter(isRinging).map((reminder) => [toastIdOf(reminder), reminder]));
    for (const id of shown.current) {
      if (ringing.has(id)) continue;
      shown.current.delete(id);
      void hideToast(id);
    }
    for (const [id, reminder] of ringing) {
      if (shown.current.has(id)) continue;
      shown.current.add(id);
      const wasShown = sessionStorage.getItem(id) !== null;
      sessionStorage.setItem(id, 'shown');
      if (wasShown || isOnToday) continue;
      const title = readSay()(`reminders.occasion.${reminder.occasion}`);
      void showToast({ id, title, message: <Ringing reminder={reminder} />, stays: true });
      announce(`${title}: ${reminder.text}`);
    }
  }, [reminders, isOnToday]);
  return null;
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
            snooze.mutate({ reminderId: reminder.id, until: new Date(Date.now() + SNOOZE_MS).toISOString() })
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
