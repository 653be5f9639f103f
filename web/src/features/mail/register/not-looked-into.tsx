import type { OpenedMail } from '@congso/contract/mail';
import { Alert } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { FileFindings, isDangerous, isUnseen } from '../../../components/files/file-findings.tsx';
import { useSay } from '../../../lib/language.ts';
import classes from './register.module.css';

/** A scan of forty pages is no reason to push the button off the screen; beside the letter every file says it. */
const MOST_SHOWN = 5;

/** At the register's door: which files were not looked into and may hold anything, or do harm; nothing when there are none. */
export function NotLookedInto({ files }: { files: OpenedMail['attachments'] }) {
  const say = useSay();
  const told = files.filter((file) => isUnseen(file) || isDangerous(file));
  if (told.length === 0) return null;
  const isSeen = !told.some(isUnseen);
  return (
    <Alert
      mt="md"
      color="orange"
      variant="light"
      icon={<IconEyeOff aria-hidden="true" />}
      title={say(isSeen ? 'mail.dangerousFiles' : 'mail.notLookedInto.title')}
    >
      <ul className={classes.unseen}>
        {told.slice(0, MOST_SHOWN).map((file) => (
          <li key={file.id}>
            {file.name}
            <FileFindings file={file} />
          </li>
        ))}
        {told.length > MOST_SHOWN && <li>{say('mail.notLookedInto.more', { count: told.length - MOST_SHOWN })}</li>}
      </ul>
      {!isSeen && say('mail.notLookedInto.hint')}
    </Alert>
  );
}
