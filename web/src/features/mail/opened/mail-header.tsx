import type { Mail, OpenedMail } from '@congso/contract/mail';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { GuardedIcon } from '../../../components/buttons/guarded-button.tsx';
import { BackArrow } from '../../../components/layout/back-arrow.tsx';
import { PaneHeader } from '../../../components/layout/pane-header.tsx';
import { TimeText } from '../../../components/time/time-text.tsx';
import { useSay } from '../../../lib/language.ts';
import { DecideActions } from '../decide/decide-actions.tsx';
import { subjectOf } from '../subject-of.ts';
import classes from './opened-mail.module.css';
import { useNeighbours } from './use-neighbours.ts';

/** The head of an opened mail: back to the list, to the mail before and after (Alt+Up, Alt+Down), and the other decisions. */
export function MailHeader({ mail }: { mail: OpenedMail }) {
  const say = useSay();
  const navigate = useNavigate();
  const { previous, next } = useNeighbours(mail.id);
  const open = (other: Mail | null) =>
    other && void navigate({ to: '/mail/$mailId', params: { mailId: other.id }, search: true });
  return (
    <PaneHeader
      level={2}
      leading={<BackArrow to="/mail" />}
      title={subjectOf(mail, say)}
      detail={
        <>
          {say(`mail.state.${mail.state}`)} · {say('mail.receivedAt')} <TimeText at={mail.receivedAt} />
        </>
      }
      actions={
        <div className={classes.navigation}>
          <DecideActions mail={mail} />
          <GuardedIcon
            hint="Alt+↑"
            variant="default"
            size="lg"
            aria-label={say('mail.previous')}
            aria-keyshortcuts="Alt+ArrowUp"
            whyNot={previous === null ? say('mail.firstInBox') : null}
            onClick={() => open(previous)}
          >
            <IconChevronUp size={18} aria-hidden="true" />
          </GuardedIcon>
          <GuardedIcon
            hint="Alt+↓"
            variant="default"
            size="lg"
            aria-label={say('mail.next')}
            aria-keyshortcuts="Alt+ArrowDown"
            whyNot={next === null ? say('mail.lastInBox') : null}
            onClick={() => open(next)}
          >
            <IconChevronDown size={18} aria-hidden="true" />
          </GuardedIcon>
        </div>
      }
    />
  );
}
