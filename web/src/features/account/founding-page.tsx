import { LIMITS } from '@congso/contract/limits';
import { Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { GuardedButton } from '../../components/buttons/guarded-button.tsx';
import { Refused } from '../../components/states/error-state.tsx';
import { useFieldError } from '../../components/states/use-field-error.ts';
import { useSay } from '../../lib/language.ts';
import { askOverHttp } from '../../realtime/ask-over-http.ts';
import { Doorway } from './doorway.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { NewPasswordFields, useNewPassword } from './new-password-fields.tsx';

/** The holder of the one-time address (`/founding#TOKEN`) names the office and its first administrator. */
export function FoundingPage() {
  const say = useSay();
  const navigate = useNavigate();
  // After the #, so that the token reaches no server log and no proxy.
  const [token] = useState(() => window.location.hash.slice(1));
  const [office, setOffice] = useState({ officeName: '', mailDomain: '', familyMiddle: '', given: '', login: '' });
  const { officeName, mailDomain, familyMiddle, given, login } = office;
  const fields = useNewPassword(officeName, mailDomain, `${familyMiddle} ${given}`, login);
  const found = useMutation({
    mutationFn: () => askOverHttp('founding.found', { token, ...office, password: fields.password }),
    onSuccess: () => void navigate({ to: '/sign-in' }),
  });
  const errorOf = useFieldError(found.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    found.mutate();
  };
  const field = (name: keyof typeof office) => ({
    value: office[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setOffice({ ...office, [name]: event.currentTarget.value }),
    required: true,
    withAsterisk: false,
    error: errorOf(name),
  });
  return (
    <Doorway title={say('account.founding.title')} hint={say('account.founding.hint')}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={say('account.founding.officeName')}
            autoComplete="organization"
            maxLength={LIMITS.unitName}
            {...field('officeName')}
          />
          <TextInput
            label={say('account.founding.mailDomain')}
            description={say('account.founding.mailDomainHint')}
            placeholder="so.tinh.gov.vn"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={253}
            {...field('mailDomain')}
          />
          <TextInput label={say('people.familyMiddle')} maxLength={LIMITS.personName} {...field('familyMiddle')} />
          <TextInput label={say('people.given')} maxLength={60} {...field('given')} />
          <TextInput
            label={say('account.login')}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={LIMITS.loginLength}
            {...field('login')}
          />
          <NewPasswordFields fields={fields} error={errorOf('password')} />
          <Refused error={found.error} />
          <GuardedButton type="submit" size="md" whyNot={fields.whyNot} loading={found.isPending}>
            {say('account.founding.submit')}
          </GuardedButton>
        </Stack>
      </form>
      <LanguageChoice />
    </Doorway>
  );
}
