import { LIMITS } from '@congso/contract/limits';
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { type FormEvent, lazy, Suspense, useState } from 'react';
import { Refused } from '../../components/states/error-state.tsx';
import { useSay } from '../../lib/language.ts';
import { meOptions } from '../../office/me.ts';
import { askOverHttp } from '../../realtime/ask-over-http.ts';
import { Doorway } from './doorway.tsx';

const route = getRouteApi('/sign-in');
// After the form, which people wait for.
const LanguageChoice = lazy(async () => ({ default: (await import('./language-choice.tsx')).LanguageChoice }));

/** Signs in and goes on to where one was going. */
export function SignInPage() {
  const say = useSay();
  const { to = '/', ended } = route.useSearch();
  const router = useRouter();
  const queries = useQueryClient();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => askOverHttp('session.signIn', { login: login.trim(), password }),
    onSuccess: (me) => {
      queries.clear();
      queries.setQueryData(meOptions.queryKey, me);
      // Back must not lead here from a page that is somebody's.
      router.history.replace(to);
    },
  });
  // An ornament: a page that cannot have it is none the worse.
  const office = useQuery({ queryKey: ['office-of-sign-in'], queryFn: () => askOverHttp('session.office', {}) }).data
    ?.name;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate();
  };
  return (
    <Doorway title={say('account.signIn')} office={office} {...(ended && { hint: say('account.signedOutElsewhere') })}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={say('account.login')}
            value={login}
            onChange={(event) => setLogin(event.currentTarget.value)}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={LIMITS.loginLength}
            required
            withAsterisk={false}
            autoFocus
          />
          <PasswordInput
            label={say('account.password')}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="current-password"
            maxLength={LIMITS.passwordMax}
            required
            withAsterisk={false}
            visibilityToggleButtonProps={{ 'aria-label': say('account.showPassword') }}
          />
          <Refused error={signIn.error} />
          <Button type="submit" size="md" loading={signIn.isPending}>
            {say('account.signIn')}
          </Button>
        </Stack>
      </form>
      <Suspense>
        <LanguageChoice />
      </Suspense>
    </Doorway>
  );
}
