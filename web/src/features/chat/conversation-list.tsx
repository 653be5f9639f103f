import type { Conversation } from '@congso/contract/chat';
import { fold } from '@congso/language/fold';
import { ActionIcon, TextInput, VisuallyHidden } from '@mantine/core';
import { IconBuilding, IconChecklist, IconEdit, IconFileText, IconSearch, IconUsersGroup } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ListRow } from '../../components/layout/list-row.tsx';
import { PaneHeader } from '../../components/layout/pane-header.tsx';
import { VirtualList } from '../../components/list/virtual-list.tsx';
import { ClosedAccount } from '../../components/people/closed-account.tsx';
import { PersonAvatar } from '../../components/people/person-avatar.tsx';
import { PersonName } from '../../components/people/person-name.tsx';
import { EmptyState } from '../../components/states/empty-state.tsx';
import { Loaded } from '../../components/states/loaded.tsx';
import { ListSkeleton } from '../../components/states/skeletons.tsx';
import { ShortTimeText } from '../../components/time/time-text.tsx';
import { useListKeys } from '../../lib/keyboard/use-list-keys.ts';
import { useSay } from '../../lib/language.ts';
import { useMe } from '../../office/me.ts';
import { useNameOf } from '../../office/people.ts';
import classes from './chat.module.css';
import { useConversations } from './chat-queries.ts';
import { addressOfConversation, ConversationName, otherOf } from './open-conversation.tsx';
import { usePresence } from './use-presence.ts';

const ICONS = { group: IconUsersGroup, unit: IconBuilding, task: IconChecklist, document: IconFileText } as const;

/** My conversations, the latest first, found by their names with or without marks. */
export function ConversationList() {
  const say = useSay();
  const asked = useConversations();
  const conversations = asked.data ?? [];
  const [text, setText] = useState('');
  const nameOf = useNameOf();
  const myId = useMe().person.id;
  const others = conversations.flatMap((conversation) => otherOf(conversation, myId) ?? []);
  const online = usePresence(others);
  const wanted = fold(text).trim();
  const shown = conversations.filter((conversation) => {
    const otherId = otherOf(conversation, myId);
    return fold(otherId === null ? (conversation.name ?? '') : nameOf(otherId)).includes(wanted);
  });
  useListKeys(
    shown.map(({ id }) => addressOfConversation(id)),
    { keepsSearch: false },
  );
  return (
    <>
      <PaneHeader
        title={say('frame.navigation.chat')}
        actions={
          <ActionIcon
            component={Link}
            to="/chat/new"
            variant="light"
            size="lg"
            aria-label={say('chat.newConversation')}
          >
            <IconEdit size={20} aria-hidden="true" />
          </ActionIcon>
        }
      />
      <div className={classes.filter}>
        <TextInput
          type="search"
          aria-label={say('chat.filter')}
          placeholder={say('chat.filter')}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <Loaded query={asked} skeleton={<ListSkeleton />}>
        {() => (
          <>
            {shown.length === 0 && (
              <EmptyState
                title={wanted === '' ? say('chat.emptyList') : say('frame.state.nothingFound', { query: text.trim() })}
              />
            )}
            <VirtualList items={shown}>
              {(conversation) => <Row key={conversation.id} conversation={conversation} online={online} />}
            </VirtualList>
          </>
        )}
      </Loaded>
    </>
  );
}

function Row({ conversation, online }: { conversation: Conversation; online: ReadonlySet<string> }) {
  const say = useSay();
  const myId = useMe().person.id;
  const { id, kind, latest, unread } = conversation;
  const otherId = otherOf(conversation, myId);
  const Icon = kind === 'direct' ? null : ICONS[kind];
  return (
    <ListRow
      to={addressOfConversation(id)}
      isStrong={unread > 0}
      leading={
        otherId !== null ? (
          <PersonAvatar personId={otherId} isOnline={online.has(otherId)} />
        ) : (
          <span className={classes.kind}>{Icon && <Icon size={20} aria-hidden="true" />}</span>
        )
      }
      title={
        <>
          <ConversationName conversation={conversation} /> {otherId !== null && <ClosedAccount personId={otherId} />}
          <VisuallyHidden>
            {otherId !== null && online.has(otherId) ? ` (${say('people.presence.online')})` : ''}
          </VisuallyHidden>
        </>
      }
      aside={latest && <ShortTimeText at={latest.at} />}
      detail={
        <span className={classes.previewLine}>
          <span className={classes.preview}>
            {latest && otherId === null && (
              <>
                <PersonName personId={latest.authorId} isShort />
                {': '}
              </>
            )}
            {latest?.preview ?? say(`chat.kind.${kind}`)}
          </span>
          {unread > 0 && (
            <span className={classes.unread}>
              <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>
              <VisuallyHidden>{say('chat.unread', { count: unread })}</VisuallyHidden>
            </span>
          )}
        </span>
      }
    />
  );
}
