import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useSay } from '../../lib/language.ts';
import { ChangePasswordForm } from './change-password-form.tsx';
import { Doorway } from './doorway.tsx';

/** Who was given a temporary password chooses an own one before anything else. */
export function MustChangePage() {
  const say = useSay();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const goOn = () => {
    queries.clear();
    void navigate({ to: '/' });
  };
  return (
    <Doorway title={say('account.changePassword')} hint={say('account.mustChange')}>
      <ChangePasswordForm onDone={goOn} />
    </Doorway>
  );
}
