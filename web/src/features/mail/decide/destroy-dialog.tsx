import { LIMITS } from '@congso/contract/limits';
import type { OpenedMail } from '@congso/contract/mail';
import { formatDateTime } from '@congso/language/dates';
import { fold } from '@congso/language/fold';
import { Alert, Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { GuardedButton } from '../../../components/buttons/guarded-button.tsx';
import { whatIsMissing } from '../../../components/buttons/what-is-missing.ts';
import { Dialog } from '../../../components/states/dialog.tsx';
import { Refused } from '../../../components/states/error-state.tsx';
import { useFieldError } from '../../../components/states/use-field-error.ts';
import { useSay } from '../../../lib/language.ts';
import { useCommand } from '../../../lib/use-command.ts';

/** The one step nothing undoes: it names what is destroyed, wants the reason, and a word typed by hand. */
export function DestroyDialog({ mail, onClose }: { mail: OpenedMail; onClose: () => void }) {
  const say = useSay();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const destroy = useCommand('mails.destroy', { changes: ['mail'], onDone: onClose });
  const word = say('mail.destroyWord');
  const canDestroy = reason.trim() !== '' && fold(typed).trim() === fold(word);
  const errorOf = useFieldError(destroy.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canDestroy) destroy.mutate({ mailId: mail.id, reason });
  };
  return (
    <Dialog onClose={onClose} title={say('mail.destroyTitle', { time: formatDateTime(mail.receivedAt) })}>
      <form onSubmit={submit}>
        <Stack>
          <Alert color="red" icon={<IconAlertTriangle aria-hidden="true" />}>
            {say('mail.destroyHint')}
          </Alert>
          <Textarea
            label={say('documents.reason')}
            error={errorOf('reason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={LIMITS.reasonLength}
            autosize
            minRows={3}
            required
            withAsterisk={false}
            data-autofocus
          />
          <TextInput
            label={say('mail.destroyType', { word })}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
            required
            withAsterisk={false}
          />
          <Refused error={destroy.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {say('frame.action.cancel')}
            </Button>
            <GuardedButton
              type="submit"
              color="red"
              loading={destroy.isPending}
              whyNot={whatIsMissing(say, {
                [say('documents.reason')]: reason.trim() === '',
                [say('mail.destroyType', { word })]: fold(typed).trim() !== fold(word),
              })}
            >
              {say('mail.action.destroy')}
            </GuardedButton>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
