import { LIMITS } from '@congso/contract/limits';
import { PasswordInput, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { GuardedButton } from '../../components/buttons/guarded-button.tsx';
import { Refused } from '../../components/states/error-state.tsx';
import { useFieldError } from '../../components/states/use-field-error.ts';
import { useSay } from '../../lib/language.ts';
import { useCommand } from '../../lib/use-command.ts';
import { meOptions } from '../../office/me.ts';
import { NewPasswordFields, useNewPassword } from './new-password-fields.tsx';

/** The old password once, the new one twice. */
export function ChangePasswordForm({ onDone }: { onDone: () => void }) {
  const say = useSay();
  const [current, setCurrent] = useState('');
  const { person, officeName } = useQuery({ ...meOptions, enabled: false }).data ?? { person: null, officeName: '' };
  const fields = useNewPassword(
    officeName,
    ...(person ? [person.login, `${person.familyMiddle} ${person.given}`, person.mail ?? ''] : []),
  );
  const change = useCommand('session.changePassword', {
    onDone: () => {
      setCurrent('');
      fields.clear();
      onDone();
    },
  });
  const errorOf = useFieldError(change.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ currentPassword: current, newPassword: fields.password });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <PasswordInput
          label={say('account.currentPassword')}
          error={errorOf('currentPassword')}
          aria-invalid={errorOf('currentPassword') !== null}
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          autoComplete="current-password"
          maxLength={LIMITS.passwordMax}
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': say('account.showPassword') }}
        />
        <NewPasswordFields fields={fields} error={errorOf('newPassword')} />
        <Refused error={change.error} />
        <GuardedButton type="submit" whyNot={fields.whyNot} loading={change.isPending} style={{ alignSelf: 'start' }}>
          {say('account.changePassword')}
        </GuardedButton>
      </Stack>
    </form>
  );
}
