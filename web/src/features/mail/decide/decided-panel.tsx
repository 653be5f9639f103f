import type { OpenedMail } from '@congso/contract/mail';
import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { LinkedText } from '../../../components/text/linked-text.tsx';
import { useSay } from '../../../lib/language.ts';
import { isWaiting } from '../is-waiting.ts';
import classes from './decide.module.css';
import { DestroyDialog } from './destroy-dialog.tsx';

/** How a mail stands, and why; a quarantined one can be destroyed here. */
export function DecidedPanel({ mail }: { mail: OpenedMail }) {
  const say = useSay();
  const [isDestroying, setIsDestroying] = useState(false);
  return (
    <div className={classes.decided}>
      <h3 className={classes.title}>{say(`mail.state.${mail.state}`)}</h3>
      {mail.reason !== null && (
        <p className={classes.reason}>
          <LinkedText text={say('mail.decidedFor', { reason: mail.reason })} />
        </p>
      )}
      {mail.actions.length === 0 && isWaiting(mail) && <p className={classes.reason}>{say('mail.clerksDecide')}</p>}
      {mail.documentId !== null && (
        <Button component={Link} to={`/documents/${mail.documentId}`} variant="default">
          {say('mail.openDocument')}
        </Button>
      )}
      {mail.actions.includes('destroy') && (
        <Button
          color="red"
          leftSection={<IconTrash size={16} aria-hidden="true" />}
          onClick={() => setIsDestroying(true)}
        >
          {say('mail.action.destroy')}
        </Button>
      )}
      {isDestroying && <DestroyDialog mail={mail} onClose={() => setIsDestroying(false)} />}
    </div>
  );
}
