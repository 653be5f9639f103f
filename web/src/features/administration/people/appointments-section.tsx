import type { Appointment, Person } from '@congso/contract/people';
import { formatCivilDate } from '@congso/language/dates';
import { fullName } from '@congso/language/names';
import { Badge, Button, Checkbox, Group, Stack, Table, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { GuardedButton } from '../../../components/buttons/guarded-button.tsx';
import { whatIsMissing } from '../../../components/buttons/what-is-missing.ts';
import { Section } from '../../../components/layout/page.tsx';
import { ConfirmDialog } from '../../../components/states/confirm-dialog.tsx';
import { Dialog } from '../../../components/states/dialog.tsx';
import { Refused } from '../../../components/states/error-state.tsx';
import { useFieldError } from '../../../components/states/use-field-error.ts';
import { useSay } from '../../../lib/language.ts';
import { listKeyOf } from '../../../lib/query-keys.ts';
import { askOptions } from '../../../lib/use-ask.ts';
import { useCommand } from '../../../lib/use-command.ts';
import { useUnits } from '../../../office/units.ts';
import { type AppointmentDraft, AppointmentFields, EMPTY_APPOINTMENT } from './appointment-fields.tsx';

/** Which positions a person holds and held, and what hangs on them. */
export function AppointmentsSection({ person }: { person: Person }) {
  const say = useSay();
  const { units } = useUnits({ withClosed: true });
  const { data } = useQuery(askOptions(listKeyOf('organisation', 'positions'), 'positions.list', {}));
  const [isAppointing, setIsAppointing] = useState(false);
  const [ending, setEnding] = useState<Appointment | null>(null);
  const unitName = (id: string) => units.find((unit) => unit.id === id)?.name ?? '';
  const positionTitle = (id: string) => data?.positions.find((position) => position.id === id)?.title ?? '';
  return (
    <Section
      title={say('organisation.appointments')}
      actions={
        <Button variant="default" size="xs" onClick={() => setIsAppointing(true)}>
          {say('organisation.action.appoint')}
        </Button>
      }
    >
      <div className="congso-scroll-x">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say('organisation.position')}</Table.Th>
              <Table.Th>{say('organisation.unit')}</Table.Th>
              <Table.Th>{say('people.roles')}</Table.Th>
              <Table.Th>{say('organisation.from')}</Table.Th>
              <Table.Th>{say('organisation.to')}</Table.Th>
              <Table.Th>
                <VisuallyHidden>{say('organisation.action.endAppointment')}</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {person.appointments.map((appointment) => (
              <Table.Tr key={appointment.id}>
                <Table.Td>
                  {positionTitle(appointment.positionId)}{' '}
                  {appointment.isPrimary && (
                    <Badge variant="light" tt="none">
                      {say('organisation.primary')}
                    </Badge>
                  )}
                </Table.Td>
                <Table.Td>{unitName(appointment.unitId)}</Table.Td>
                <Table.Td>{appointment.roles.map((role) => say(`people.role.${role}`)).join(', ')}</Table.Td>
                <Table.Td>{formatCivilDate(appointment.from)}</Table.Td>
                <Table.Td>{appointment.to === null ? '' : formatCivilDate(appointment.to)}</Table.Td>
                <Table.Td>
                  {appointment.to === null && (
                    <Button variant="subtle" color="red" size="xs" onClick={() => setEnding(appointment)}>
                      {say('organisation.action.endAppointment')}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {isAppointing && <Appoint person={person} onClose={() => setIsAppointing(false)} />}
      {ending !== null && (
        <EndAppointment
          person={person}
          appointmentId={ending.id}
          unitName={unitName(ending.unitId)}
          onClose={() => setEnding(null)}
        />
      )}
    </Section>
  );
}

type EndProps = { person: Person; appointmentId: string; unitName: string; onClose: () => void };

function EndAppointment({ person, appointmentId, unitName, onClose }: EndProps) {
  const say = useSay();
  const end = useCommand('people.endAppointment', { changes: ['person', 'unit'], onDone: onClose });
  return (
    <ConfirmDialog
      onClose={onClose}
      title={`${say('organisation.action.endAppointment')}: ${fullName(person)}, ${unitName}?`}
      action={say('organisation.action.endAppointment')}
      isDestructive
      isRunning={end.isPending}
      error={end.error}
      onConfirm={() => end.mutate({ personId: person.id, appointmentId })}
    />
  );
}

function Appoint({ person, onClose }: { person: Person; onClose: () => void }) {
  const say = useSay();
  const [draft, setDraft] = useState<AppointmentDraft>(EMPTY_APPOINTMENT);
  const [isPrimary, setIsPrimary] = useState(person.appointments.every(({ to }) => to !== null));
  const appoint = useCommand('people.appoint', { changes: ['person', 'unit'], onDone: onClose });
  const { unitId, positionId, roles } = draft;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (unitId !== null && positionId !== null)
      appoint.mutate({ personId: person.id, unitId, positionId, roles, isPrimary });
  };
  return (
    <Dialog onClose={onClose} size="lg" title={`${say('organisation.action.appoint')}: ${fullName(person)}`}>
      <form onSubmit={submit}>
        <Stack>
          <AppointmentFields value={draft} onChange={setDraft} errorOf={useFieldError(appoint.error)} />
          <Checkbox
            label={say('organisation.isPrimary')}
            checked={isPrimary}
            onChange={(event) => setIsPrimary(event.currentTarget.checked)}
          />
          <Refused error={appoint.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {say('frame.action.cancel')}
            </Button>
            <GuardedButton
              type="submit"
              loading={appoint.isPending}
              whyNot={whatIsMissing(say, {
                [say('organisation.unit')]: unitId === null,
                [say('organisation.position')]: positionId === null,
              })}
            >
              {say('organisation.action.appoint')}
            </GuardedButton>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
