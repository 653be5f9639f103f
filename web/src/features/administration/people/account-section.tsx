import type { CommandOutput } from '@congso/contract/catalog';
import type { Person } from '@congso/contract/people';
import { fullName } from '@congso/language/names';
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { Section } from '../../../components/layout/page.tsx';
import { ConfirmDialog } from '../../../components/states/confirm-dialog.tsx';
import { Dialog } from '../../../components/states/dialog.tsx';
import { Refused } from '../../../components/states/error-state.tsx';
import { showDone } from '../../../components/states/show-done.tsx';
import { useSay } from '../../../lib/language.ts';
import { useCommand } from '../../../lib/use-command.ts';
import { TemporaryPassword } from './temporary-password.tsx';

/** A new temporary password, and closing or opening the account; both act on every device at once. */
export function AccountSection({ person }: { person: Person }) {
  const say = useSay();
  const [asking, setAsking] = useState<'reset' | 'deactivate' | null>(null);
  const close = () => setAsking(null);
  const [reset, setReset] = useState<Reset | null>(null);
  const reactivate = useCommand('people.reactivate', {
    changes: ['person'],
    onDone: () => showDone(say('people.told.reactivated', { name: fullName(person) })),
  });
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
      {asking === 'reset' && <ResetPassword person={person} onClose={close} onDone={setReset} />}
      {asking === 'deactivate' && <Deactivate person={person} onClose={close} />}
      {reset !== null && (
        <Dialog onClose={() => setReset(null)} title={say('people.action.resetPassword')}>
          <TemporaryPassword password={reset.temporaryPassword} onClose={() => setReset(null)} />
        </Dialog>
      )}
    </Section>
  );
}

type Reset = CommandOutput<'people.resetPassword'>;
type DialogProps = { person: Person; onClose: () => void };

function ResetPassword({ person, onClose, onDone }: DialogProps & { onDone: (reset: Reset) => void }) {
  const say = useSay();
  const reset = useCommand('people.resetPassword', {
    onDone: (done) => {
      onClose();
      onDone(done);
    },
  });
  return (
    <ConfirmDialog
      onClose={onClose}
      title={`${say('people.action.resetPassword')}: ${fullName(person)}?`}
      action={say('people.action.resetPassword')}
      isRunning={reset.isPending}
      error={reset.error}
      onConfirm={() => reset.mutate({ personId: person.id })}
    >
      {say('people.resetHint')}
    </ConfirmDialog>
  );
}

function Deactivate({ person, onClose }: DialogProps) {
  const say = useSay();
  const deactivate = useCommand('people.deactivate', {
    changes: ['person'],
    onDone: () => {
      onClose();
      showDone(say('people.told.deactivated', { name: fullName(person) }), {
        command: 'people.reactivate',
        input: { personId: person.id },
        changes: ['person'],
      });
    },
  });
  return (
    <ConfirmDialog
      onClose={onClose}
      title={`${say('people.action.deactivate')}: ${fullName(person)}?`}
      action={say('people.action.deactivate')}
      isDestructive
      isRunning={deactivate.isPending}
      error={deactivate.error}
      onConfirm={() => deactivate.mutate({ personId: person.id })}
    >
      {say('people.deactivateHint')}
    </ConfirmDialog>
  );
}
