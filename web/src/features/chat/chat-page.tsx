import { IconMessageCircle } from '@tabler/icons-react';
import { Outlet, useChildMatches } from '@tanstack/react-router';
import { Panes } from '../../components/layout/panes.tsx';
import { EmptyState } from '../../components/states/empty-state.tsx';
import { useSay } from '../../lib/language.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { ConversationList } from './conversation-list.tsx';

/** All conversations, and the opened one beside them. */
export function ChatPage() {
  const say = useSay();
  const isOpen = useChildMatches({ select: (matches) => matches.some(({ routeId }) => routeId !== '/office/chat/') });
  return (
    <Panes label={say('chat.conversations')} list={<ConversationList />} isOpen={isOpen}>
      <Outlet />
    </Panes>
  );
}

/** Nothing is opened. */
export function NoConversation() {
  const say = useSay();
  usePageTitle(say('frame.navigation.chat'));
  return <EmptyState icon={<IconMessageCircle size={40} />} title={say('chat.choose')} hint={say('chat.chooseHint')} />;
}
