import { Notifications } from '@mantine/notifications';
import { RingingReminders } from '../../features/reminders/ringing-reminders.tsx';

/** Toasts at the edge of the page, and what rings in them. Loaded after the first screen. */
export default function Toasts() {
  return (
    <>
      <Notifications position="top-right" zIndex={300} />
      <RingingReminders />
    </>
  );
}
