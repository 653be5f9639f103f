import type { Notice } from '@congso/contract/notices';
import { ActionIcon, Badge, Button, SegmentedControl } from '@mantine/core';
import { IconEdit, IconSpeakerphone } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ListRow } from '../../components/layout/list-row.tsx';
import { PaneHeader } from '../../components/layout/pane-header.tsx';
import { PersonAvatar } from '../../components/people/person-avatar.tsx';
import { PersonName } from '../../components/people/person-name.tsx';
import { EmptyState } from '../../components/states/empty-state.tsx';
import { Loaded, MoreButton } from '../../components/states/loaded.tsx';
import { ListSkeleton } from '../../components/states/skeletons.tsx';
import { DueBadge } from '../../components/time/due-badge.tsx';
import { ShortTimeText } from '../../components/time/time-text.tsx';
import { useListKeys } from '../../lib/keyboard/use-list-keys.ts';
import { useSay } from '../../lib/language.ts';
import { useHasRole } from '../../office/me.ts';
import classes from './notices.module.css';
import { type NoticeBox, useMayWrite, useNotices } from './notices-queries.ts';

const route = getRouteApi('/office/notices');

/** Notices to me, those that wait for my answer, or those I follow. */
export function NoticeList() {
  const say = useSay();
  const { box = 'received' } = route.useSearch();
  const navigate = route.useNavigate();
  const mayWrite = useMayWrite();
  const isLeader = useHasRole('leader');
  const notices = useNotices(box);
  useListKeys((notices.data ?? []).map(({ id }) => `/notices/${id}`));
  const choose = (chosen: NoticeBox) =>
    void navigate({ to: '.', replace: true, search: chosen === 'received' ? {} : { box: chosen } });
  return (
    <>
      <PaneHeader
        title={say('notices.notices')}
        actions={
          mayWrite && (
            <ActionIcon
              component={Link}
              to="/notices/new"
              search={true}
              variant="light"
              size="lg"
              aria-label={say('notices.action.write')}
            >
              <IconEdit size={20} aria-hidden="true" />
            </ActionIcon>
          )
        }
      />
      <div className={classes.boxes}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={say('notices.notices')}
          value={box}
          onChange={(chosen) => choose(chosen as NoticeBox)}
          data={[
            { value: 'received', label: say('notices.box.received') },
            { value: 'waiting', label: say('notices.box.waiting') },
            ...(mayWrite ? [{ value: 'sent', label: say(isLeader ? 'notices.published' : 'notices.box.sent') }] : []),
          ]}
        />
      </div>
      <Loaded query={notices} skeleton={<ListSkeleton />}>
        {(found) => (
          <>
            {found.length === 0 && <EmptyBox box={box} />}
            <ul className={classes.list}>
              {found.map((notice) => (
                <li key={notice.id}>
                  <Row notice={notice} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
      <MoreButton query={notices} />
    </>
  );
}

function EmptyBox({ box }: { box: NoticeBox }) {
  const say = useSay();
  const icon = <IconSpeakerphone size={36} />;
  if (box === 'received') return <EmptyState icon={icon} title={say('notices.emptyReceived')} />;
  if (box === 'waiting') return <EmptyState icon={icon} title={say('notices.emptyWaiting')} />;
  return (
    <EmptyState icon={icon} title={say('notices.emptySent')} hint={say('notices.emptySentHint')}>
      <Button component={Link} to="/notices/new" search={true}>
        {say('notices.action.write')}
      </Button>
    </EmptyState>
  );
}

function Row({ notice }: { notice: Notice }) {
  const say = useSay();
  const { id, authorId, title, mine, mustAcknowledge, publishedAt, acknowledgeBy, state } = notice;
  const isUnread = mine !== null && mine.seenAt === null;
  const isWaiting = mine !== null && mustAcknowledge && mine.acknowledgedAt === null && state === 'published';
  return (
    <ListRow
      to={`/notices/${id}`}
      keepsSearch
      isStrong={isUnread}
      leading={<PersonAvatar personId={authorId} />}
      title={title}
      aside={<ShortTimeText at={publishedAt} />}
      detail={
        <>
          <PersonName personId={authorId} />
          {state === 'withdrawn' && (
            <Badge variant="light" color="gray" tt="none">
              {say('notices.state.withdrawn')}
            </Badge>
          )}
          {isWaiting &&
            (acknowledgeBy === null ? (
              <Badge variant="light" color="orange" tt="none">
                {say('notices.receipt.pending')}
              </Badge>
            ) : (
              <DueBadge startedAt={publishedAt} dueAt={acknowledgeBy} />
            ))}
          {mine?.acknowledgedAt && (
            <Badge variant="light" color="green" tt="none">
              {say('notices.receipt.acknowledged')}
            </Badge>
          )}
        </>
      }
    />
  );
}
