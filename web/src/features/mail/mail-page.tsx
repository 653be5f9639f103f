import { IconMail } from '@tabler/icons-react';
import { Outlet, useParams } from '@tanstack/react-router';
import { EmptyState } from '../../components/states/empty-state.tsx';
import { ErrorState } from '../../components/states/error-state.tsx';
import { AskError } from '../../lib/ask-error.ts';
import { useSay } from '../../lib/language.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { useHasRole } from '../../office/me.ts';
import classes from './mail.module.css';
import { MailList } from './mail-list.tsx';

/** The clerk's mail. An opened letter and its form need the width, so the list steps aside unless there is room for all. */
export function MailPage() {
  const say = useSay();
  const { mailId } = useParams({ strict: false });
  const mayRead = useHasRole('clerk', 'head');
  if (!mayRead) return <ErrorState error={new AskError('FORBIDDEN')} />;
  return (
    <div className={classes.desk} data-open={mailId !== undefined}>
      <section className={classes.queue} aria-label={say('mail.mail')}>
        <MailList />
      </section>
      <div className={classes.opened}>
        <Outlet />
      </div>
    </div>
  );
}

/** Nothing is opened. */
export function NoMail() {
  const say = useSay();
  usePageTitle(say('frame.navigation.mail'));
  return <EmptyState icon={<IconMail size={40} />} title={say('mail.choose')} hint={say('mail.chooseHint')} />;
}
