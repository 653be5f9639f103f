import type { Notice } from '@congso/contract/notices';
import { formatDateTime } from '@congso/language/dates';
import { Alert, Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { FileList } from '../../components/files/file-list.tsx';
import { Section } from '../../components/layout/page.tsx';
import { PaneHeader } from '../../components/layout/pane-header.tsx';
import { PersonAvatar } from '../../components/people/person-avatar.tsx';
import { PersonName } from '../../components/people/person-name.tsx';
import { ConfirmReason, useReason } from '../../components/states/confirm-dialog.tsx';
import { Loaded } from '../../components/states/loaded.tsx';
import { DetailSkeleton } from '../../components/states/skeletons.tsx';
import { Prose } from '../../components/text/prose.tsx';
import { useSay } from '../../lib/language.ts';
import { useIsLookedAt } from '../../lib/page/attention.ts';
import { useCommand } from '../../lib/use-command.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { RemindMe } from '../reminders/open-remind-me.tsx';
import { Acknowledgement } from './acknowledgement.tsx';
import { NoticeTally } from './notice-tally.tsx';
import classes from './notices.module.css';
import { useNotice } from './notices-queries.ts';

const route = getRouteApi('/office/notices/$noticeId');

/** One notice by its address. */
export function NoticePage() {
  const { noticeId } = route.useParams();
  const notice = useNotice(noticeId);
  usePageTitle(notice.data?.title ?? '');
  return (
    <Loaded query={notice} skeleton={<DetailSkeleton />}>
      {(opened) => <OpenedNotice key={noticeId} notice={opened} />}
    </Loaded>
  );
}

function OpenedNotice({ notice }: { notice: Notice }) {
  const say = useSay();
  useMarkSeen(notice);
  return (
    <>
      <PaneHeader
        level={2}
        backTo="/notices"
        leading={<PersonAvatar personId={notice.authorId} />}
        title={notice.title}
        detail={
          <>
            <PersonName personId={notice.authorId} /> · {formatDateTime(notice.publishedAt)} ·{' '}
            {say('notices.recipients', { count: notice.audienceSize })}
          </>
        }
        actions={
          <>
            {notice.mine !== null && notice.state === 'published' && (
              <RemindMe target={{ kind: 'notice', id: notice.id }} title={notice.title} />
            )}
            {notice.canWithdraw && <Withdraw notice={notice} />}
          </>
        }
      />
      <article className={classes.notice}>
        {notice.state === 'withdrawn' && (
          <Alert color="gray" title={say('notices.state.withdrawn')}>
            {say('notices.withdrawnHint')} {notice.withdrawReason}
          </Alert>
        )}
        <Prose text={notice.body} />
        <FileList files={notice.files} />
        <Acknowledgement notice={notice} />
        {notice.canFollow && (
          <Section title={say('notices.tallyByUnit')}>
            <NoticeTally notice={notice} />
          </Section>
        )}
      </article>
    </>
  );
}

/** Seen is what was opened and looked at: the instant is evidence, and an open page behind other windows is none. */
function useMarkSeen({ id, mine }: Notice): void {
  const { mutate } = useCommand('notices.markSeen', { changes: ['notice'] });
  const isLookedAt = useIsLookedAt();
  const isSeenNow = isLookedAt && mine !== null && mine.seenAt === null;
  useEffect(() => {
    if (isSeenNow) mutate({ noticeId: id });
  }, [id, isSeenNow, mutate]);
}

function Withdraw({ notice }: { notice: Notice }) {
  const say = useSay();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={16} aria-hidden="true" />}
        onClick={() => setIsAsking(true)}
      >
        {say('notices.action.withdraw')}
      </Button>
      {isAsking && <WithdrawDialog notice={notice} onClose={() => setIsAsking(false)} />}
    </>
  );
}

function WithdrawDialog({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const say = useSay();
  const { draft, onDone } = useReason(`withdraw:${notice.id}`, onClose);
  const withdraw = useCommand('notices.withdraw', { changes: ['notice'], onDone });
  return (
    <ConfirmReason
      onClose={onClose}
      title={say('notices.withdrawTitle', { title: notice.title })}
      label={say('notices.withdrawReason')}
      draft={draft}
      action={say('notices.action.withdraw')}
      isDestructive
      isRunning={withdraw.isPending}
      error={withdraw.error}
      onConfirm={(reason) => withdraw.mutate({ noticeId: notice.id, reason })}
    >
      {say('notices.withdrawHint')}
    </ConfirmReason>
  );
}
