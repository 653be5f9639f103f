import { IconSpeakerphone } from '@tabler/icons-react';
import { Outlet, useChildMatches } from '@tanstack/react-router';
import { Panes } from '../../components/layout/panes.tsx';
import { EmptyState } from '../../components/states/empty-state.tsx';
import { useSay } from '../../lib/language.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { NoticeList } from './notice-list.tsx';

/** The notices of a box, and the opened one beside them. */
export function NoticesPage() {
  const say = useSay();
  const isOpen = useChildMatches({
    select: (matches) => matches.some(({ routeId }) => routeId !== '/office/notices/'),
  });
  return (
    <Panes label={say('notices.notices')} list={<NoticeList />} isOpen={isOpen}>
      <Outlet />
    </Panes>
  );
}

/** Nothing is opened. */
export function NoNotice() {
  const say = useSay();
  usePageTitle(say('frame.navigation.notices'));
  return (
    <EmptyState icon={<IconSpeakerphone size={40} />} title={say('notices.choose')} hint={say('notices.chooseHint')} />
  );
}
