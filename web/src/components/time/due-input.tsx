import type { CommandRequest } from '@congso/contract/catalog';
import { formatCivilDate } from '@congso/language/dates';
import { Group, NumberInput, SegmentedControl, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSay } from '../../lib/language.ts';
import { listKeyOf } from '../../lib/query-keys.ts';
import { askOptions } from '../../lib/use-ask.ts';
import { todayInOffice } from '../../office/holidays.ts';
import { DateInput } from './date-input.tsx';
import classes from './time.module.css';

/** A day, a number of working days from today, or none: what a command takes. */
export type Due = CommandRequest<'tasks.create'>['due'];
type Way = 'none' | 'workingDays' | 'date';

const MOST_WORKING_DAYS = 365;
const USUAL_WORKING_DAYS = 5;

const wayOf = (due: Due): Way => (due === null ? 'none' : 'date' in due ? 'date' : 'workingDays');

type Props = { value: Due; onChange: (due: Due) => void; error?: string | null };

/** Sets a deadline: in working days, with the day that comes to, or on a day of the calendar. */
export function DueInput({ value, onChange, error = null }: Props) {
  const say = useSay();
  const way = wayOf(value);
  const choose = (chosen: Way) => {
    if (chosen === 'none') onChange(null);
    else onChange(chosen === 'date' ? { date: '' } : { workingDays: USUAL_WORKING_DAYS });
  };
  return (
    <fieldset className={classes.dueInput}>
      <legend>{say('tasks.due')}</legend>
      <Group align="flex-start" gap="sm">
        <SegmentedControl
          size="xs"
          aria-label={say('tasks.dueWay')}
          value={way}
          onChange={(chosen) => choose(chosen as Way)}
          data={[
            { value: 'none', label: say('tasks.noDue') },
            { value: 'workingDays', label: say('tasks.byWorkingDays') },
            { value: 'date', label: say('tasks.byDate') },
          ]}
        />
        {value !== null && 'workingDays' in value && (
          <WorkingDays count={value.workingDays} onChange={(workingDays) => onChange({ workingDays })} error={error} />
        )}
        {value !== null && 'date' in value && (
          <DateInput
            label={say('tasks.dueDate')}
            isLabelHidden
            error={error}
            value={value.date || null}
            min={todayInOffice()}
            onChange={(date) => onChange({ date: date ?? '' })}
          />
        )}
      </Group>
    </fieldset>
  );
}

/** Whether a deadline is said to its end: a day was chosen where one is wanted. */
export const isDueComplete = (due: Due): boolean => due === null || !('date' in due) || due.date !== '';

type WorkingDaysProps = { count: number; onChange: (count: number) => void; error: string | null };

function WorkingDays({ count, onChange, error }: WorkingDaysProps) {
  const say = useSay();
  const [wanted] = useDebouncedValue(count, 150);
  const { data } = useQuery({
    ...askOptions(listKeyOf('holiday', { workingDays: wanted, from: todayInOffice() }), 'tasks.previewDue', {
      workingDays: wanted,
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <Group gap="sm" wrap="nowrap">
      <NumberInput
        aria-label={say('tasks.workingDays')}
        value={count}
        error={error}
        onChange={(typed) => typeof typed === 'number' && onChange(typed)}
        min={0}
        max={MOST_WORKING_DAYS}
        allowDecimal={false}
        clampBehavior="strict"
        w="5.5rem"
      />
      <Text size="sm" c="dimmed" role="status">
        {data && say('tasks.dueComesTo', { date: formatCivilDate(data.date) })}
      </Text>
    </Group>
  );
}
