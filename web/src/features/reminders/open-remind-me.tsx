import { LIMITS } from '@congso/contract/limits';
import type { ReminderTarget } from '@congso/contract/reminders';
import { addDays, civilDateOf, formatDateTime, instantOf } from '@congso/language/dates';
import { addWorkingDays } from '@congso/language/working-days';
import { Button, Menu, Stack, TextInput } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../components/states/dialog.tsx';
import { Refused } from '../../components/states/error-state.tsx';
import { useFieldError } from '../../components/states/use-field-error.ts';
import { DateInput } from '../../components/time/date-input.tsx';
import { sentenceOf } from '../../lib/ask-error.ts';
import { useSay } from '../../lib/language.ts';
import { showToast } from '../../lib/toast.ts';
import { useCommand } from '../../lib/use-command.ts';
import { todayInOffice, useHolidays } from '../../office/holidays.ts';

const HOUR_MS = 60 * 60_000;
const MORNING = '08:00';

/** "Remind me": in an hour, tomorrow morning, the next working day, or at a time one chooses; it leads back to `target`. */
export function RemindMe({ target, title }: { target: ReminderTarget; title: string }) {
  const say = useSay();
  const holidays = useHolidays();
  const [isChoosing, setIsChoosing] = useState(false);
  const create = useCommand('reminders.create', {
    changes: ['reminder'],
    onDone: ({ at }) => {
      setIsChoosing(false);
      void showToast({ message: say('reminders.remindAt', { time: formatDateTime(at) }) });
    },
  });
  const remind = (at: Date) =>
    create.mutate(
      { text: title.slice(0, LIMITS.titleLength), at: at.toISOString(), target },
      { onError: (error) => void showToast({ message: sentenceOf(error, say), isError: true }) },
    );
  const today = todayInOffice();
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" leftSection={<IconBell size={16} aria-hidden="true" />} loading={create.isPending}>
            {say('reminders.action.remindMe')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => remind(new Date(Date.now() + HOUR_MS))}>
            {say('reminders.when.inHours', { count: 1 })}
          </Menu.Item>
          <Menu.Item onClick={() => remind(instantOf(addDays(today, 1), MORNING))}>
            {say('reminders.when.tomorrowMorning')}
          </Menu.Item>
          <Menu.Item onClick={() => remind(instantOf(addWorkingDays(today, 1, holidays), MORNING))}>
            {say('reminders.when.nextWorkingDay')}
          </Menu.Item>
          <Menu.Item onClick={() => setIsChoosing(true)}>{say('reminders.when.chooseTime')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isChoosing && (
        <ChooseTime
          title={say('reminders.remindMeOf', { title })}
          error={create.error}
          isRunning={create.isPending}
          onChoose={remind}
          onClose={() => setIsChoosing(false)}
        />
      )}
    </>
  );
}

type ChooseProps = {
  title: string;
  error: unknown;
  isRunning: boolean;
  onChoose: (at: Date) => void;
  onClose: () => void;
};

function ChooseTime({ title, error, isRunning, onChoose, onClose }: ChooseProps) {
  const say = useSay();
  const [day, setDay] = useState<string | null>(() => civilDateOf(Date.now() + 24 * HOUR_MS));
  const [time, setTime] = useState(MORNING);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (day !== null && time !== '') onChoose(instantOf(day, time));
  };
  return (
    <Dialog onClose={onClose} title={title}>
      <form onSubmit={submit}>
        <Stack>
          <DateInput
            label={say('reminders.chooseDay')}
            value={day}
            onChange={setDay}
            error={useFieldError(error)('at')}
            min={todayInOffice()}
            isRequired
          />
          <TextInput
            type="time"
            label={say('reminders.chooseHour')}
            value={time}
            onChange={(event) => setTime(event.currentTarget.value)}
            required
            withAsterisk={false}
          />
          <Refused error={error} />
          <Button type="submit" loading={isRunning} style={{ alignSelf: 'end' }}>
            {say('reminders.action.remindMe')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
