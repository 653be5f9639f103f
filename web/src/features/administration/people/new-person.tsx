import { Button, Group, Modal, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Refused } from '../../../components/states/error-state.tsx';
import { useSay } from '../../../lib/language.ts';
import { useCommand } from '../../../lib/use-command.ts';
import { type AppointmentDraft, AppointmentFields, EMPTY_APPOINTMENT } from './appointment-fields.tsx';
import { EMPTY_PERSON, type PersonDraft, PersonFields } from './person-fields.tsx';
import { TemporaryPassword } from './temporary-password.tsx';

/** Adds a person with a first appointment; the temporary password is shown once. */
export function NewPerson({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const [person, setPerson] = useState<PersonDraft>(EMPTY_PERSON);
  const [appointment, setAppointment] = useState<AppointmentDraft>(EMPTY_APPOINTMENT);
  const create = useCommand('people.create', { changes: ['person'] });
  const { unitId, positionId, roles } = appointment;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (unitId === null || positionId === null) return;
    create.mutate({
      ...person,
      phone: person.phone || null,
      mail: person.mail || null,
      login: person.login.trim().toLowerCase(),
      appointment: { unitId, positionId, roles, isPrimary: true },
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={say('organisation.action.addPerson')}
      closeButtonProps={{ 'aria-label': say('frame.action.close') }}
    >
      {create.data ? (
        <TemporaryPassword password={create.data.temporaryPassword} onClose={onClose} />
      ) : (
        <form onSubmit={submit}>
          <Stack>
            <PersonFields value={person} onChange={setPerson} withLogin error={create.error} />
            <AppointmentFields value={appointment} onChange={setAppointment} />
            <Refused error={create.error} />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {say('frame.action.cancel')}
              </Button>
              <Button type="submit" loading={create.isPending} disabled={unitId === null || positionId === null}>
                {say('frame.action.add')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
