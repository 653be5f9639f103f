import { LIMITS } from '@congso/contract/limits';
import { Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Refused } from '../../components/states/error-state.tsx';
import { useFieldError } from '../../components/states/use-field-error.ts';
import { useSay } from '../../lib/language.ts';
import { askOverHttp } from '../../realtime/ask-over-http.ts';
import { NewPasswordFields, useNewPassword } from './new-password-fields.tsx';

/** The old password once, the new one twice. */
export function ChangePasswordForm({ onDone }: { onDone: () => void }) {
  const say = useSay();
  const [current, setCurrent] = useState('');
  const fields = useNewPassword();
  const change = useMutation({
    // Over HTTP only: sent twice, the second time the old password would be wrong.
    mutationFn: () => askOverHttp('session.changePassword', { currentPassword: current, newPassword: fields.password }),
    onSuccess: () => {
      setCurrent('');
      fields.clear();
      onDone();
    },
  });
  const errorOf = useFieldError(change.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
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
        <Button type="submit" disabled={!fields.isReady} loading={change.isPending} style={{ alignSelf: 'start' }}>
          {say('account.changePassword')}
        </Button>
      </Stack>
    </form>
  );
}
