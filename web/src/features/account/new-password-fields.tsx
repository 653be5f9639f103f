import { LIMITS } from '@congso/contract/limits';
import { isEasyPassword, ownWords } from '@congso/language/passwords/easy-passwords';
import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useSay } from '../../lib/language.ts';

/**
 * A new password, twice.
 *
 * @param ownTexts of whoever chooses it and of the office: names, the login, addresses
 */
export function useNewPassword(...ownTexts: readonly string[]) {
  const say = useSay();
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const isEasy = password.length >= LIMITS.passwordMin && isEasyPassword(password, ownWords(...ownTexts));
  return {
    password,
    setPassword,
    repeated,
    setRepeated,
    /** The server looks further, through lists that are too long for a page. */
    isEasy,
    /** Why it cannot be taken yet; null when it can. */
    whyNot:
      password.length < LIMITS.passwordMin
        ? say('account.passwordRule', { count: LIMITS.passwordMin })
        : isEasy
          ? say('errors.PASSWORD_TOO_WEAK')
          : password !== repeated
            ? say('account.passwordsDiffer')
            : null,
    clear: () => {
      setPassword('');
      setRepeated('');
    },
  };
}

type Props = {
  fields: ReturnType<typeof useNewPassword>;
  /** Why the server did not take it. */
  error: string | null;
};

/** The fields of a new password; says beside them what is missing, and why it was refused. */
export function NewPasswordFields({ fields, error }: Props) {
  const say = useSay();
  const { password, setPassword, repeated, setRepeated, isEasy } = fields;
  const wrong = isEasy ? say('account.passwordEasy') : error;
  const toggle = { 'aria-label': say('account.showPassword') };
  return (
    <>
      <PasswordInput
        label={say('account.newPassword')}
        description={say('account.passwordRule', { count: LIMITS.passwordMin })}
        error={wrong}
        // Mantine shows that a password is wrong, and tells it to nobody who does not see.
        aria-invalid={wrong !== null}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        autoComplete="new-password"
        minLength={LIMITS.passwordMin}
        maxLength={LIMITS.passwordMax}
        required
        withAsterisk={false}
        visibilityToggleButtonProps={toggle}
      />
      <PasswordInput
        label={say('account.repeatPassword')}
        value={repeated}
        onChange={(event) => setRepeated(event.currentTarget.value)}
        autoComplete="new-password"
        maxLength={LIMITS.passwordMax}
        error={repeated !== '' && !password.startsWith(repeated) ? say('account.passwordsDiffer') : null}
        required
        withAsterisk={false}
        visibilityToggleButtonProps={toggle}
      />
    </>
  );
}
