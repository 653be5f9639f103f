import { Notifications } from '@mantine/notifications';
import { RingingReminders } from '../../features/reminders/ringing-reminders.tsx';
import { useKeepFocus } from '../../lib/keyboard/use-keep-focus.ts';
import classes from './toasts.module.css';

/** Toasts at the edge of the page, what rings in them, and what keeps the focus on its way. Loaded after the first screen. */
export default function Toasts() {
  useKeepFocus();
  return (
    <>
      <Notifications position="bottom-left" zIndex={300} className={classes.toasts ?? ''} />
      <RingingReminders />
    </>
  );
}
