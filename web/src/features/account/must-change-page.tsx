import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Refused } from '../../components/states/error-state.tsx';
import { useSay } from '../../lib/language.ts';
import { askOverHttp } from '../../realtime/ask-over-http.ts';
import { ChangePasswordForm } from './change-password-form.tsx';
import { Doorway } from './doorway.tsx';

/** Who was given a temporary password chooses an own one before anything else, or signs out. */
export function MustChangePage() {
  const say = useSay();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const goTo = (to: '/' | '/sign-in') => {
    queries.clear();
    void navigate({ to });
  };
  const signOut = useMutation({
    mutationFn: () => askOverHttp('session.signOut', {}),
    onSuccess: () => goTo('/sign-in'),
  });
  return (
    <Doorway title={say('account.changePassword')} hint={say('account.mustChange')}>
      <ChangePasswordForm onDone={() => goTo('/')} />
      <Refused error={signOut.error} />
      <Button variant="subtle" mt="md" loading={signOut.isPending} onClick={() => signOut.mutate()}>
        {say('account.signOut')}
      </Button>
    </Doorway>
  );
}
