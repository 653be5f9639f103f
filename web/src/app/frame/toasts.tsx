import { Notifications } from '@mantine/notifications';
import { RingingReminders } from '../../features/reminders/ringing-reminders.tsx';
import { useSay } from '../../lib/language.ts';

/** Toasts at the edge of the page, and what rings in them. Loaded after the first screen. */
export default function Toasts() {
  const say = useSay();
  return (
    <>
      <Notifications position="top-right" zIndex={300} role="region" aria-label={say('frame.toasts')} />
      <RingingReminders />
    </>
  );
}
