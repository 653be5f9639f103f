import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { GuardedButton } from '../../../components/buttons/guarded-button.tsx';
import { whatIsMissing } from '../../../components/buttons/what-is-missing.ts';
import { Dialog } from '../../../components/states/dialog.tsx';
import { Refused } from '../../../components/states/error-state.tsx';
import { useFieldError } from '../../../components/states/use-field-error.ts';
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
  const errorOf = useFieldError(create.error);
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
    <Dialog onClose={onClose} size="lg" title={say('organisation.action.addPerson')}>
      {create.data ? (
        <TemporaryPassword password={create.data.temporaryPassword} onClose={onClose} />
      ) : (
        <form onSubmit={submit}>
          <Stack>
            <PersonFields
              value={person}
              onChange={(changed) => setPerson({ ...person, ...changed })}
              withLogin
              error={create.error}
            />
            <AppointmentFields
              value={appointment}
              onChange={setAppointment}
              errorOf={(field) => errorOf(`appointment.${field}`) ?? errorOf(field)}
            />
            <Refused error={create.error} />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {say('frame.action.cancel')}
              </Button>
              <GuardedButton
                type="submit"
                loading={create.isPending}
                whyNot={whatIsMissing(say, {
                  [say('organisation.unit')]: unitId === null,
                  [say('organisation.position')]: positionId === null,
                })}
              >
                {say('frame.action.add')}
              </GuardedButton>
            </Group>
          </Stack>
        </form>
      )}
    </Dialog>
  );
}
