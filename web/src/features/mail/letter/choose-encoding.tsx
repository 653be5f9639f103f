import type { OpenedMail } from '@congso/contract/mail';
import type { BodyEncoding } from '@congso/contract/mail-reading';
import { Button, Menu } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { ActionMenu } from '../../../components/menu/action-menu.tsx';
import { Refused } from '../../../components/states/error-state.tsx';
import { useSay } from '../../../lib/language.ts';
import { useCommand } from '../../../lib/use-command.ts';
import classes from './letter.module.css';

/** All there are: an encoding the contract adds must be offered here, or this does not compile. */
const ENCODINGS: Record<BodyEncoding, true> = {
  'windows-1258': true,
  tcvn3: true,
  vni: true,
  viscii: true,
  'utf-8': true,
  'utf-16le': true,
  'windows-1252': true,
};

/** Whether the characters may have come out wrong, so that the choice stands beside the warning. */
export const isEncodingDoubtful = ({ encoding, flags }: OpenedMail): boolean =>
  encoding !== null || flags.includes('characters-lost') || flags.includes('header-charset-guessed');

/** For the clerk: characters came out wrong, so another encoding is chosen and the letter read anew. */
export function ChooseEncoding({ mail }: { mail: OpenedMail }) {
  const say = useSay();
  const readAs = useCommand('mails.readAs', { changes: ['mail'] });
  if (!mail.actions.includes('readAs')) return null;
  const now = mail.encoding && say('mail.encoding.now', { encoding: say(`mail.encoding.${mail.encoding}`) });
  return (
    <div className={classes.encoding}>
      <span>{[now, say('mail.encoding.hint')].filter(Boolean).join('. ')}</span>
      <ActionMenu
        button={
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconLanguage size={16} aria-hidden="true" />}
            loading={readAs.isPending}
          >
            {say('mail.encoding.choose')}
          </Button>
        }
      >
        {(Object.keys(ENCODINGS) as BodyEncoding[]).map((encoding) => (
          <Menu.Item key={encoding} onClick={() => readAs.mutate({ mailId: mail.id, encoding })}>
            {say(`mail.encoding.${encoding}`)}
          </Menu.Item>
        ))}
      </ActionMenu>
      <Refused error={readAs.error} />
    </div>
  );
}
