import type { Reminder } from '@congso/contract/reminders';
import { Button } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Refused } from '../../components/states/error-state.tsx';
import { TimeText } from '../../components/time/time-text.tsx';
import { announce } from '../../lib/announce.ts';
import { useSay } from '../../lib/language.ts';
import { useCommand } from '../../lib/use-command.ts';
import classes from './today.module.css';

type LineProps = {
  icon: typeof IconBell;
  title: string;
  to: string | null;
  detail: ReactNode;
  action: ReactNode;
  error?: unknown;
  /** What rings about it: told in the same row, and let go there. */
  reminder?: Reminder | null;
};

/** One thing I owe: what it is, where it opens wherever it is tapped, what to do, and why that was refused. */
export function Line({ icon: Icon, title, to, detail, action, error, reminder = null }: LineProps) {
  return (
    <div className={classes.row} data-opens={to !== null}>
      <span className={classes.icon}>
        <Icon size={20} aria-hidden="true" />
      </span>
      <div className={classes.words}>
        {to === null ? (
          <span className={classes.title}>{title}</span>
        ) : (
          <Link to={to} className={classes.title}>
            {title}
          </Link>
        )}
        <div className={classes.detail}>{detail}</div>
        {reminder !== null && <Rings reminder={reminder} />}
        <Refused error={error} />
      </div>
      <div className={classes.action}>{action}</div>
    </div>
  );
}

function Rings({ reminder }: { reminder: Reminder }) {
  const say = useSay();
  const dismiss = useDismiss();
  return (
    <div className={classes.rings}>
      <IconBell size={14} aria-hidden="true" />
      <span>
        {say('today.rings')} <TimeText at={reminder.at} />
      </span>
      <Button
        className={classes.above}
        variant="subtle"
        color="gray"
        size="compact-xs"
        loading={dismiss.isPending}
        onClick={() => dismiss.mutate({ reminderId: reminder.id })}
      >
        {say('reminders.action.dismiss')}
      </Button>
      <Refused error={dismiss.error} />
    </div>
  );
}

/** Lets go of what rings. */
export function useDismiss() {
  const say = useSay();
  return useCommand('reminders.dismiss', {
    changes: ['reminder'],
    onDone: ({ text }) => announce(say('today.dismissed', { title: text })),
  });
}
