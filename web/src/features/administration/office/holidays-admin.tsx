import type { Holiday } from '@congso/contract/organisation';
import { formatCivilDate, weekdayNameOf, yearOf } from '@congso/language/dates';
import { ActionIcon, Badge, Group, SegmentedControl, Stack, Table, TextInput, VisuallyHidden } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { GuardedButton } from '../../../components/buttons/guarded-button.tsx';
import { whatIsMissing } from '../../../components/buttons/what-is-missing.ts';
import { Page, Section } from '../../../components/layout/page.tsx';
import { ConfirmDialog } from '../../../components/states/confirm-dialog.tsx';
import { EmptyState } from '../../../components/states/empty-state.tsx';
import { Refused } from '../../../components/states/error-state.tsx';
import { Loaded } from '../../../components/states/loaded.tsx';
import { showDone } from '../../../components/states/show-done.tsx';
import { ListSkeleton } from '../../../components/states/skeletons.tsx';
import { useFieldError } from '../../../components/states/use-field-error.ts';
import { DateInput } from '../../../components/time/date-input.tsx';
import { useSay } from '../../../lib/language.ts';
import { listKeyOf } from '../../../lib/query-keys.ts';
import { officeNow } from '../../../lib/time/office-clock.ts';
import { askOptions } from '../../../lib/use-ask.ts';
import { useCommand } from '../../../lib/use-command.ts';

/** The days that differ from the ordinary week: deadlines are counted by this table. */
export function HolidaysAdmin() {
  const say = useSay();
  const [year, setYear] = useState(() => yearOf(officeNow()));
  const asked = useQuery(askOptions(listKeyOf('holiday', year), 'holidays.list', { year }));
  const [removed, setRemoved] = useState<Holiday | null>(null);
  return (
    <Page title={say('holidays.title')} backTo="/administration">
      <AddDay />
      <Section
        title={`${say('administration.section.holidays')} ${year}`}
        actions={
          <Group gap="xs">
            <ActionIcon variant="default" onClick={() => setYear(year - 1)} aria-label={String(year - 1)}>
              <IconChevronLeft size={18} aria-hidden="true" />
            </ActionIcon>
            <ActionIcon variant="default" onClick={() => setYear(year + 1)} aria-label={String(year + 1)}>
              <IconChevronRight size={18} aria-hidden="true" />
            </ActionIcon>
          </Group>
        }
      >
        <Loaded query={asked} skeleton={<ListSkeleton />}>
          {({ holidays }) =>
            holidays.length > 0 ? (
              <DaysTable holidays={holidays} onRemove={setRemoved} />
            ) : (
              <EmptyState title={say('holidays.empty', { year })} />
            )
          }
        </Loaded>
      </Section>
      {removed !== null && <RemoveDay day={removed} onClose={() => setRemoved(null)} />}
    </Page>
  );
}

function RemoveDay({ day, onClose }: { day: Holiday; onClose: () => void }) {
  const say = useSay();
  const remove = useCommand('holidays.remove', {
    changes: ['holiday'],
    onDone: () => {
      onClose();
      const { date, kind, name } = day;
      showDone(say('holidays.told.removed', { date: formatCivilDate(date) }), {
        command: 'holidays.set',
        input: { date, kind, name },
        changes: ['holiday'],
      });
    },
  });
  return (
    <ConfirmDialog
      onClose={onClose}
      title={say('holidays.removeTitle', {
        date: formatCivilDate(day.date),
        name: day.name || say(`holidays.${day.kind}`),
      })}
      action={say('frame.action.remove')}
      isDestructive
      isRunning={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate({ date: day.date })}
    >
      {say('holidays.removeHint')}
    </ConfirmDialog>
  );
}

function AddDay() {
  const say = useSay();
  const [date, setDate] = useState<string | null>(null);
  const [kind, setKind] = useState<'off' | 'work'>('off');
  const [name, setName] = useState('');
  const set = useCommand('holidays.set', {
    changes: ['holiday'],
    onDone: (day) => {
      setDate(null);
      setName('');
      showDone(say('holidays.told.set', { date: formatCivilDate(day.date), kind: say(`holidays.${day.kind}`) }));
    },
  });
  const errorOf = useFieldError(set.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (date !== null) set.mutate({ date, kind, name });
  };
  return (
    <Section title={say('holidays.action.add')}>
      <form onSubmit={submit}>
        <Stack>
          <Group align="flex-end">
            <DateInput
              label={say('holidays.date')}
              value={date}
              onChange={setDate}
              error={errorOf('date')}
              isRequired
            />
            <TextInput
              label={say('holidays.name')}
              error={errorOf('name')}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              maxLength={120}
            />
            <SegmentedControl
              aria-label={say('holidays.kind')}
              value={kind}
              onChange={(chosen) => setKind(chosen as 'off' | 'work')}
              data={[
                { value: 'off', label: say('holidays.off') },
                { value: 'work', label: say('holidays.work') },
              ]}
            />
            <GuardedButton
              type="submit"
              loading={set.isPending}
              whyNot={whatIsMissing(say, { [say('holidays.date')]: date === null })}
            >
              {say('holidays.action.add')}
            </GuardedButton>
          </Group>
          <Refused error={set.error} />
        </Stack>
      </form>
    </Section>
  );
}

type DaysProps = { holidays: readonly Holiday[]; onRemove: (day: Holiday) => void };

function DaysTable({ holidays, onRemove }: DaysProps) {
  const say = useSay();
  return (
    <div className="congso-scroll-x">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say('holidays.date')}</Table.Th>
            <Table.Th>{say('holidays.name')}</Table.Th>
            <Table.Th>{say('holidays.kind')}</Table.Th>
            <Table.Th>
              <VisuallyHidden>{say('frame.action.remove')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {holidays.map((day) => (
            <Table.Tr key={day.date}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                {formatCivilDate(day.date)} ({say(`frame.weekday.${weekdayNameOf(day.date)}`)})
              </Table.Td>
              <Table.Td>{day.name}</Table.Td>
              <Table.Td>
                <Badge variant="light" color={day.kind === 'off' ? 'teal' : 'gray'} tt="none">
                  {say(`holidays.${day.kind}`)}
                </Badge>
              </Table.Td>
              <Table.Td style={{ textAlign: 'end' }}>
                <ActionIcon
                  variant="subtle"
                  color="red"
                  onClick={() => onRemove(day)}
                  aria-label={`${say('frame.action.remove')}: ${formatCivilDate(day.date)}`}
                >
                  <IconTrash size={18} aria-hidden="true" />
                </ActionIcon>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
