import type { Person } from '@congso/contract/people';
import { fullName } from '@congso/language/names';
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { Section } from '../../../components/layout/page.tsx';
import { ConfirmDialog } from '../../../components/states/confirm-dialog.tsx';
import { Dialog } from '../../../components/states/dialog.tsx';
import { Refused } from '../../../components/states/error-state.tsx';
import { useSay } from '../../../lib/language.ts';
import { useCommand } from '../../../lib/use-command.ts';
import { TemporaryPassword } from './temporary-password.tsx';

/** A new temporary password, and closing or opening the account; both act on every device at once. */
export function AccountSection({ person }: { person: Person }) {
  const say = useSay();
  const [asking, setAsking] = useState<'reset' | 'deactivate' | null>(null);
  const close = () => setAsking(null);
  const reset = useCommand('people.resetPassword', { onDone: close });
  const deactivate = useCommand('people.deactivate', { changes: ['person'], onDone: close });
  const reactivate = useCommand('people.reactivate', { changes: ['person'] });
  const personId = person.id;
  return (
    <Section title={say('people.account')}>
      <Refused error={reactivate.error} />
      <Group>
        <Button variant="default" onClick={() => setAsking('reset')}>
          {say('people.action.resetPassword')}
        </Button>
        {person.isActive ? (
          <Button variant="default" color="red" onClick={() => setAsking('deactivate')}>
            {say('people.action.deactivate')}
          </Button>
        ) : (
          <Button variant="default" loading={reactivate.isPending} onClick={() => reactivate.mutate({ personId })}>
            {say('people.action.reactivate')}
          </Button>
        )}
      </Group>
      <ConfirmDialog
        isOpen={asking === 'reset'}
        onClose={close}
        title={`${say('people.action.resetPassword')}: ${fullName(person)}?`}
        action={say('people.action.resetPassword')}
        isRunning={reset.isPending}
        error={reset.error}
        onConfirm={() => reset.mutate({ personId })}
      >
        {say('people.resetHint')}
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asking === 'deactivate'}
        onClose={close}
        title={`${say('people.action.deactivate')}: ${fullName(person)}?`}
        action={say('people.action.deactivate')}
        isDestructive
        isRunning={deactivate.isPending}
        error={deactivate.error}
        onConfirm={() => deactivate.mutate({ personId })}
      >
        {say('people.deactivateHint')}
      </ConfirmDialog>
      {reset.data && (
        <Dialog onClose={reset.reset} title={say('people.action.resetPassword')}>
          <TemporaryPassword password={reset.data.temporaryPassword} onClose={reset.reset} />
        </Dialog>
      )}
    </Section>
  );
}
