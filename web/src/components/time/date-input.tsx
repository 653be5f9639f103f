import { DateInput as MantineDateInput } from '@mantine/dates';
import 'dayjs/locale/vi';
import '@mantine/dates/styles.css';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import type { ReactNode } from 'react';
import { useLanguage, useSay } from '../../lib/language.ts';
import './date-input.css';

dayjs.extend(customParseFormat);

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

/** Chooses a day: typed as dd/MM/yyyy, or from a calendar whose week begins on Monday. */
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
  return (
    <MantineDateInput
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      description={description}
      error={error}
      required={isRequired}
      withAsterisk={false}
      value={value}
      onChange={onChange}
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
        const day = dayjs(typed, ['D/M/YYYY', 'D-M-YYYY', 'D.M.YYYY', 'D/M/YY'], true);
        return day.isValid() ? day.format('YYYY-MM-DD') : null;
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
