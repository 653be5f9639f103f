import { Notifications } from '@mantine/notifications';
import { RingingReminders } from '../../features/reminders/ringing-reminders.tsx';
import classes from './toasts.module.css';

/** Toasts at the edge of the page, and what rings in them. Loaded after the first screen. */
export default function Toasts() {
  return (
    <>
      <Notifications position="bottom-left" zIndex={300} className={classes.toasts ?? ''} />
      <RingingReminders />
    </>
  );
}
