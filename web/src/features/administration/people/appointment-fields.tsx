import { ROLES, type Role } from '@congso/contract/people';
import { Checkbox, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { GuardedButton } from '../../../components/buttons/guarded-button.tsx';
import { whatIsMissing } from '../../../components/buttons/what-is-missing.ts';
import { UnitPicker } from '../../../components/people/unit-picker.tsx';
import { Refused } from '../../../components/states/error-state.tsx';
import { type FieldError, useFieldError } from '../../../components/states/use-field-error.ts';
import { useSay } from '../../../lib/language.ts';
import { listKeyOf } from '../../../lib/query-keys.ts';
import { askOptions } from '../../../lib/use-ask.ts';
import { useCommand } from '../../../lib/use-command.ts';

export type AppointmentDraft = { unitId: string | null; positionId: string | null; roles: Role[] };
export const EMPTY_APPOINTMENT: AppointmentDraft = { unitId: null, positionId: null, roles: ['officer'] };

/** A new position stands after all others until somebody orders them. */
const LAST_RANK = 100;

type Props = {
  value: AppointmentDraft;
  onChange: (value: AppointmentDraft) => void;
  /** What the server said against the unit, the position or the roles. */
  errorOf: FieldError;
};

/** Which position in which unit, and what the person may do there. */
export function AppointmentFields({ value, onChange, errorOf }: Props) {
  const say = useSay();
  const { data } = useQuery(askOptions(listKeyOf('organisation', 'positions'), 'positions.list', {}));
  const [title, setTitle] = useState('');
  const create = useCommand('positions.create', {
    changes: ['organisation'],
    onDone: ({ id }) => {
      onChange({ ...value, positionId: id });
      setTitle('');
    },
  });
  const titleErrorOf = useFieldError(create.error);
  const add = () => {
    if (title.trim() !== '' && !create.isPending) create.mutate({ title, rank: LAST_RANK });
  };
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <UnitPicker
          label={say('organisation.unit')}
          error={errorOf('unitId')}
          value={value.unitId}
          onChange={(unitId) => onChange({ ...value, unitId })}
          isRequired
        />
        <Select
          label={say('organisation.position')}
          error={errorOf('positionId')}
          value={value.positionId}
          onChange={(positionId) => onChange({ ...value, positionId })}
          data={(data?.positions ?? []).map((position) => ({ value: position.id, label: position.title }))}
          searchable
          required
          withAsterisk={false}
        />
      </SimpleGrid>
      <Group align="flex-end" gap="xs">
        <TextInput
          label={say('organisation.newPosition')}
          error={titleErrorOf('title')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            // The form around this field is another question: whom to appoint.
            event.preventDefault();
            add();
          }}
          maxLength={120}
        />
        <GuardedButton
          variant="default"
          whyNot={whatIsMissing(say, { [say('organisation.newPosition')]: title.trim() === '' })}
          loading={create.isPending}
          onClick={add}
        >
          {say('frame.action.add')}
        </GuardedButton>
      </Group>
      <Refused error={create.error} />
      <Checkbox.Group
        label={say('people.roles')}
        error={errorOf('roles')}
        value={value.roles}
        onChange={(roles) => onChange({ ...value, roles: ROLES.filter((role) => roles.includes(role)) })}
      >
        <Group mt="xs">
          {ROLES.map((role) => (
            <Checkbox key={role} value={role} label={say(`people.role.${role}`)} />
          ))}
        </Group>
      </Checkbox.Group>
    </Stack>
  );
}
