import type { Notice } from '@congso/contract/notices';
import { formatDateTime } from '@congso/language/dates';
import { Button } from '@mantine/core';
import { IconCheck, IconCircleCheck } from '@tabler/icons-react';
import { Refused } from '../../components/states/error-state.tsx';
import { DueBadge } from '../../components/time/due-badge.tsx';
import { useSay } from '../../lib/language.ts';
import { useCommand } from '../../lib/use-command.ts';
import classes from './notices.module.css';

/** What is asked of the reader, and the button to answer; afterwards when it was answered. */
export function Acknowledgement({ notice }: { notice: Notice }) {
  const say = useSay();
  const acknowledge = useCommand('notices.acknowledge', { changes: ['notice'] });
  const { mine, mustAcknowledge, acknowledgeBy, publishedAt, state } = notice;
  if (mine === null || !mustAcknowledge) return null;
  if (mine.acknowledgedAt !== null) {
    return (
      <p className={classes.answered} role="status">
        <IconCircleCheck size={18} aria-hidden="true" />
        {say('notices.acknowledgedAt', { time: formatDateTime(mine.acknowledgedAt) })}
      </p>
    );
  }
  if (state === 'withdrawn') return null;
  return (
    <div className={classes.asked}>
      <div className={classes.askedWords}>
        <span>{say('notices.mustAcknowledgeHint')}</span>
        <DueBadge startedAt={publishedAt} dueAt={acknowledgeBy} />
      </div>
      <Button
        leftSection={<IconCheck size={18} aria-hidden="true" />}
        loading={acknowledge.isPending}
        onClick={() => acknowledge.mutate({ noticeId: notice.id })}
      >
        {say('notices.action.acknowledge')}
      </Button>
      <Refused error={acknowledge.error} />
    </div>
  );
}
