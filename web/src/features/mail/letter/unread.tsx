import type { OpenedMail } from '@congso/contract/mail';
import { Button, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { Refused } from '../../../components/states/error-state.tsx';
import { useSay } from '../../../lib/language.ts';
import { useCommand } from '../../../lib/use-command.ts';

/** In place of the text of a letter that could not be read: why it is not there, and, for the clerk, another try. */
export function Unread({ mail }: { mail: OpenedMail }) {
  const say = useSay();
  const readAgain = useCommand('mails.readAgain', { changes: ['mail'] });
  return (
    <>
      <Text mb="sm">{say('mail.originalOnlyHint')}</Text>
      {mail.actions.includes('readAgain') && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconRefresh size={16} aria-hidden="true" />}
          loading={readAgain.isPending}
          onClick={() => readAgain.mutate({ mailId: mail.id })}
        >
          {say('mail.action.readAgain')}
        </Button>
      )}
      <Refused error={readAgain.error} />
    </>
  );
}
