import { IconMail } from '@tabler/icons-react';
import { Outlet, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Panes } from '../../components/layout/panes.tsx';
import { EmptyState } from '../../components/states/empty-state.tsx';
import { ErrorState } from '../../components/states/error-state.tsx';
import { Withheld } from '../../components/states/withheld.tsx';
import { AskError } from '../../lib/ask-error.ts';
import { useSay } from '../../lib/language.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { useMe } from '../../office/me.ts';
import { MailList } from './mail-list.tsx';

/** The mail of the clerks, and of heads to whose unit some comes. An opened letter and its form need the width, so the list steps aside unless there is room for all. */
export function MailPage() {
  const say = useSay();
  const { mailId } = useParams({ strict: false });
  const isOpen = mailId !== undefined;
  const { readsMail } = useMe();
  const [couldRead] = useState(readsMail);
  if (!readsMail) return couldRead ? <Withheld wasShown /> : <ErrorState error={new AskError('FORBIDDEN')} />;
  return (
    <Panes label={say('mail.mail')} list={<MailList isOpen={isOpen} />} isOpen={isOpen} isWide>
      <Outlet />
    </Panes>
  );
}

/** Nothing is opened. */
export function NoMail() {
  const say = useSay();
  usePageTitle(say('frame.navigation.mail'));
  return <EmptyState icon={<IconMail size={40} />} title={say('mail.choose')} hint={say('mail.chooseHint')} />;
}
