import { civilDateOf, formatCivilDate, relativeDayOf } from '@congso/language/dates';
import { type DeadlineTone, deadlineToneOf } from '@congso/language/deadline';
import { workingDaysBetween } from '@congso/language/working-days';
import { VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconClock, IconClockExclamation, IconClockX } from '@tabler/icons-react';
import { useSay } from '../../lib/language.ts';
import { useNow } from '../../lib/time/use-now.ts';
import { useHolidays } from '../../office/holidays.ts';
import classes from './time.module.css';

const ICONS: Record<DeadlineTone, typeof IconClock> = {
  'on-time': IconClock,
  soon: IconClockExclamation,
  late: IconAlertTriangle,
  'closed-on-time': IconCircleCheck,
  'closed-late': IconClockX,
};

/** `isBrief`: only its icon is seen, where a row has no room, and only once it is not plain. */
type Props = { startedAt: string; dueAt: string | null; closedAt?: string | null; isBrief?: boolean };

/** How a deadline stands: an icon, the day and a word, in the tone's colour; plain while it is far off. Shows nothing without a deadline. */
export function DueBadge({ startedAt, dueAt, closedAt = null, isBrief = false }: Props) {
  const say = useSay();
  const now = useNow();
  const holidays = useHolidays();
  if (dueAt === null) return null;
  const tone = deadlineToneOf({ startedAt, dueAt, closedAt }, now, holidays);
  const Icon = ICONS[tone];
  const dueDate = civilDateOf(dueAt);
  const near = relativeDayOf(dueDate, now);
  const day = near ? say(`frame.day.${near}`) : formatCivilDate(dueDate);
  const daysLate = workingDaysBetween(dueDate, civilDateOf(now), holidays);
  const words = () => {
    if (tone === 'on-time') return say('tasks.dueOn', { day });
    return `${day} · ${tone === 'late' && daysLate > 0 ? say('tasks.workingDaysLate', { count: daysLate }) : say(`tasks.tone.${tone}`)}`;
  };
  if (isBrief && (tone === 'on-time' || tone === 'closed-on-time')) return null;
  return (
    <span className={classes.due} data-tone={tone} title={isBrief ? words() : formatCivilDate(dueDate)}>
      <Icon size={14} aria-hidden="true" />
      {isBrief ? <VisuallyHidden>{words()}</VisuallyHidden> : <span>{words()}</span>}
    </span>
  );
}
