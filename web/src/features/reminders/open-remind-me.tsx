import { LIMITS } from '@congso/contract/limits';
import type { ReminderTarget } from '@congso/contract/reminders';
import { addDays, civilDateOf, formatDateTime, instantOf } from '@congso/language/dates';
import { addWorkingDays } from '@congso/language/working-days';
import { Button, Menu, Stack, TextInput } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { ActionMenu } from '../../components/menu/action-menu.tsx';
import { Dialog } from '../../components/states/dialog.tsx';
import { Refused } from '../../components/states/error-state.tsx';
import { showDone } from '../../components/states/show-done.tsx';
import { useFieldError } from '../../components/states/use-field-error.ts';
import { DateInput } from '../../components/time/date-input.tsx';
import { sentenceOf } from '../../lib/ask-error.ts';
import { useSay } from '../../lib/language.ts';
import { officeNow } from '../../lib/time/office-clock.ts';
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
  const create = useCreate();
  const remind = (at: Date) =>
    create.mutate(
      { ...whatOf(title, target), at: at.toISOString() },
      { onError: (error) => void showToast({ message: sentenceOf(error, say), isError: true }) },
    );
  const today = todayInOffice();
  return (
    <>
      <ActionMenu
        button={
          <Button variant="default" leftSection={<IconBell size={16} aria-hidden="true" />} loading={create.isPending}>
            {say('reminders.action.remindMe')}
          </Button>
        }
      >
        <Menu.Item onClick={() => remind(new Date(officeNow() + HOUR_MS))}>
          {say('reminders.when.inHours', { count: 1 })}
        </Menu.Item>
        <Menu.Item onClick={() => remind(instantOf(addDays(today, 1), MORNING))}>
          {say('reminders.when.tomorrowMorning')}
        </Menu.Item>
        <Menu.Item onClick={() => remind(instantOf(addWorkingDays(today, 1, holidays), MORNING))}>
          {say('reminders.when.nextWorkingDay')}
        </Menu.Item>
        <Menu.Item onClick={() => setIsChoosing(true)}>{say('reminders.when.chooseTime')}</Menu.Item>
      </ActionMenu>
      {isChoosing && <ChooseTime title={title} target={target} onClose={() => setIsChoosing(false)} />}
    </>
  );
}

const whatOf = (title: string, target: ReminderTarget) => ({ text: title.slice(0, LIMITS.titleLength), target });

function useCreate(onDone?: () => void) {
  const say = useSay();
  return useCommand('reminders.create', {
    changes: ['reminder'],
    onDone: ({ id: reminderId, at, text }) => {
      onDone?.();
      showDone(say('reminders.remindAt', { title: text, time: formatDateTime(at) }), {
        command: 'reminders.cancel',
        input: { reminderId },
        changes: ['reminder'],
      });
    },
  });
}

type ChooseProps = { title: string; target: ReminderTarget; onClose: () => void };

function ChooseTime({ title, target, onClose }: ChooseProps) {
  const say = useSay();
  const create = useCreate(onClose);
  const [day, setDay] = useState<string | null>(() => civilDateOf(officeNow() + 24 * HOUR_MS));
  const [time, setTime] = useState(MORNING);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (day !== null && time !== '')
      create.mutate({ ...whatOf(title, target), at: instantOf(day, time).toISOString() });
  };
  return (
    <Dialog onClose={onClose} title={say('reminders.remindMeOf', { title })}>
      <form onSubmit={submit}>
        <Stack>
          <DateInput
            label={say('reminders.chooseDay')}
            value={day}
            onChange={setDay}
            error={useFieldError(create.error)('at')}
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
          <Refused error={create.error} />
          <Button type="submit" loading={create.isPending} style={{ alignSelf: 'end' }}>
            {say('reminders.action.remindMe')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
