import type { Conversation } from '@congso/contract/chat';
import { ActionIcon } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { PaneHeader } from '../../components/layout/pane-header.tsx';
import { WithDetails } from '../../components/layout/panes.tsx';
import { ClosedAccount } from '../../components/people/closed-account.tsx';
import { PersonAvatar } from '../../components/people/person-avatar.tsx';
import { ErrorState } from '../../components/states/error-state.tsx';
import { DetailSkeleton } from '../../components/states/skeletons.tsx';
import { isWithheld } from '../../lib/ask-error.ts';
import { useSay } from '../../lib/language.ts';
import { useGoBackTo } from '../../lib/page/trail.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { useMe } from '../../office/me.ts';
import { useNameOf, usePerson } from '../../office/people.ts';
import { useOpenedConversation } from './chat-queries.ts';
import { Composer } from './compose/composer.tsx';
import { NobodyReads } from './compose/nobody-reads.tsx';
import { ConversationWithheld } from './conversation-withheld.tsx';
import { ConversationMessages } from './list/conversation-messages.tsx';
import { MembersPane } from './members/members-pane.tsx';
import { UnsentMessages } from './messages/unsent-messages.tsx';
import { ConversationName, otherOf, useHasReaders } from './open-conversation.tsx';
import { usePresence } from './use-presence.ts';

const route = getRouteApi('/office/chat/$conversationId');

/** One conversation by its address. */
export function ConversationPage() {
  const { conversationId } = route.useParams();
  const { conversation, error, retry } = useOpenedConversation(conversationId);
  const shown = useRef<Conversation | null>(null);
  useEffect(() => {
    if (conversation) shown.current = conversation;
  }, [conversation]);
  // Its own scroll position, draft and divider: nothing is carried over from the one before.
  if (conversation) return <OpenConversation key={conversationId} conversation={conversation} />;
  if (!error) return <DetailSkeleton />;
  return (
    <>
      {isWithheld(error) ? (
        <ConversationWithheld shown={shown.current?.id === conversationId ? shown.current : null} />
      ) : (
        <ErrorState error={error} onRetry={retry} />
      )}
      <UnsentMessages conversationId={conversationId} />
    </>
  );
}

function OpenConversation({ conversation }: { conversation: Conversation }) {
  const say = useSay();
  const navigate = route.useNavigate();
  const { details, seq } = route.useSearch();
  const myId = useMe().person.id;
  const nameOf = useNameOf();
  const [replyTo, setReplyTo] = useState<number | null>(null);
  const otherId = otherOf(conversation, myId);
  const other = usePerson(otherId);
  const hasReaders = useHasReaders(conversation);
  const isOnline = usePresence(otherId === null ? [] : [otherId]).has(otherId ?? '');
  const name = conversation.name ?? (otherId === null ? '' : nameOf(otherId));
  usePageTitle(name);
  const goBackTo = useGoBackTo();
  const toggleDetails = () => {
    if (!details) void navigate({ search: { details: true } });
    else if (!goBackTo.itself()) void navigate({ search: {}, replace: true });
  };
  const presence = say(isOnline ? 'people.presence.online' : 'people.presence.offline');
  return (
    <WithDetails
      label={say('chat.members')}
      details={details ? <MembersPane conversation={conversation} onClose={toggleDetails} /> : null}
    >
      <PaneHeader
        level={2}
        backTo="/chat"
        leading={otherId !== null && <PersonAvatar personId={otherId} isOnline={isOnline} />}
        title={
          <>
            <ConversationName conversation={conversation} /> {otherId !== null && <ClosedAccount personId={otherId} />}
          </>
        }
        detail={
          otherId === null
            ? say('organisation.members', { count: conversation.memberIds.length })
            : [other?.title, other?.isActive !== false && presence].filter(Boolean).join(' · ')
        }
        actions={
          <ActionIcon
            variant={details ? 'light' : 'subtle'}
            color="gray"
            size="lg"
            onClick={toggleDetails}
            aria-pressed={details ?? false}
            aria-label={say('chat.members')}
          >
            <IconUsers size={20} aria-hidden="true" />
          </ActionIcon>
        }
      />
      <ConversationMessages conversation={conversation} jumpTo={seq ?? null} onReply={setReplyTo} />
      {!hasReaders && <NobodyReads name={otherId === null ? null : name} />}
      {(hasReaders || otherId === null) && (
        <Composer
          conversationId={conversation.id}
          name={name}
          replyTo={replyTo}
          onReplyDone={() => setReplyTo(null)}
          takesFocus
        />
      )}
    </WithDetails>
  );
}
