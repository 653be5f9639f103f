import { formatCivilDate } from '@congso/language/dates';
import { type DateProblem, isWholeDate, readDate } from '@congso/language/typed/read-date';
import { DateInput as MantineDateInput } from '@mantine/dates';
import 'dayjs/locale/vi';
import '@mantine/dates/styles.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLanguage, useSay } from '../../lib/language.ts';
import { todayInOffice } from '../../office/holidays.ts';
import './date-input.css';

type Props = {
  label: string;
  /** Where what is asked for is plain from what stands around; screen readers are told the label all the same. */
  isLabelHidden?: boolean;
  description?: ReactNode;
  error?: string | null;
  isRequired?: boolean;
  /** A day of the office's calendar, `yyyy-MM-dd`. */
  value: string | null;
  onChange: (date: string | null) => void;
  min?: string;
  max?: string;
};

/**
 * Chooses a day: typed as people type it (27/11/2026, 27112026, 27/11, 2711), or from a calendar whose week begins on
 * Monday. What is no day stays as it was typed, with the reason, and keeps its form from being sent.
 */
export function DateInput({
  label,
  isLabelHidden = false,
  description,
  error,
  isRequired = false,
  value,
  onChange,
  min,
  max,
}: Props) {
  const say = useSay();
  const language = useLanguage();
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<DateProblem | null>(null);
  // The calendar's own field forgets what was typed when it is told that there is no day.
  const shown = useRef(value);
  if (problem === null) shown.current = value;

  const reason = problem && say(`frame.date.${problem}`, { min: dayOf(min), max: dayOf(max) });
  useEffect(() => field.current?.setCustomValidity(reason ?? ''), [reason]);

  // Somebody else set a day: a draft came back, a proposal was taken.
  useEffect(() => {
    if (value !== null) setProblem(null);
  }, [value]);

  const take = (date: string | null) => {
    setProblem(null);
    onChange(date);
  };
  const settle = (typed: string) => {
    if (typed.trim() === '') return problem !== null || value !== null ? take(null) : undefined;
    const read = readDate(typed, { today: todayInOffice(), min, max });
    if ('date' in read) return take(read.date);
    setProblem(read.problem);
    if (value !== null) onChange(null);
  };

  return (
    <MantineDateInput
      ref={field}
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      description={description}
      error={reason ?? error}
      required={isRequired}
      withAsterisk={false}
      value={shown.current}
      onChange={take}
      onBlur={(event) => settle(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle(event.currentTarget.value);
      }}
      fixOnBlur={false}
      valueFormat="DD/MM/YYYY"
      placeholder="dd/MM/yyyy"
      locale={language}
      firstDayOfWeek={1}
      hideOutsideDates
      clearable={!isRequired}
      clearButtonProps={{ 'aria-label': say('frame.action.remove') }}
      {...(min && { minDate: min })}
      {...(max && { maxDate: max })}
      dateParser={(typed) => {
        const read = isWholeDate(typed) ? readDate(typed, { today: todayInOffice(), min, max }) : null;
        return read && 'date' in read ? read.date : null;
      }}
      popoverProps={{ attributes: { dropdown: { 'aria-label': label } } }}
      ariaLabels={{
        nextMonth: say('frame.calendar.nextMonth'),
        previousMonth: say('frame.calendar.previousMonth'),
        nextYear: say('frame.calendar.nextYear'),
        previousYear: say('frame.calendar.previousYear'),
        nextDecade: say('frame.calendar.nextDecade'),
        previousDecade: say('frame.calendar.previousDecade'),
      }}
    />
  );
}

const dayOf = (date: string | undefined): string => (date ? formatCivilDate(date) : '');
