import type { Reminder } from '@congso/contract/reminders';
import type { TodayItem } from '@congso/contract/sync';
import type { Task } from '@congso/contract/tasks';
import { Button } from '@mantine/core';
import { IconBell, IconChecklist, IconSpeakerphone } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { UrgencyBadge } from '../../components/documents/urgency-badge.tsx';
import { PersonName } from '../../components/people/person-name.tsx';
import { DueBadge } from '../../components/time/due-badge.tsx';
import { TimeText } from '../../components/time/time-text.tsx';
import { announce } from '../../lib/announce.ts';
import { useSay } from '../../lib/language.ts';
import { useCommand } from '../../lib/use-command.ts';
import { useMe } from '../../office/me.ts';
import { addressOfTarget } from '../reminders/reminders-queries.ts';
import { addressOfTask, isDoneBy } from '../tasks/tasks-queries.ts';
import { DocumentRow, type ItemOf, MailRow, type Variant } from './paper-rows.tsx';
import { Line, useDismiss } from './today-line.tsx';

/** Something I owe, with the one thing to do about it; `isFirst` for what presses most, whose button alone is filled. */
export function TodayRow({ item, isFirst }: { item: TodayItem; isFirst: boolean }) {
  const variant = isFirst ? 'filled' : 'default';
  switch (item.kind) {
    case 'reminder':
      return <ReminderRow reminder={item.reminder} />;
    case 'task':
      return <TaskRow task={item.task} reminder={item.reminder} variant={variant} />;
    case 'notice':
      return <NoticeRow notice={item.notice} reminder={item.reminder} variant={variant} />;
    case 'document':
      return <DocumentRow {...item} variant={variant} />;
    case 'mail':
      return <MailRow {...item} variant={variant} />;
  }
}

type Rings = { reminder: Reminder | null };

function ReminderRow({ reminder }: Pick<ItemOf<'reminder'>, 'reminder'>) {
  const say = useSay();
  const dismiss = useDismiss();
  return (
    <Line
      icon={IconBell}
      title={reminder.text}
      to={addressOfTarget(reminder.target)}
      detail={
        <>
          <span>{say(`reminders.occasion.${reminder.occasion}`)}</span>
          <TimeText at={reminder.at} />
        </>
      }
      error={dismiss.error}
      action={
        <Button
          variant="default"
          size="xs"
          loading={dismiss.isPending}
          onClick={() => dismiss.mutate({ reminderId: reminder.id })}
        >
          {say('reminders.action.dismiss')}
        </Button>
      }
    />
  );
}

function TaskRow({ task, reminder, variant }: { task: Task } & Rings & Variant) {
  const say = useSay();
  const myId = useMe().person.id;
  const accept = useCommand('tasks.accept', {
    changes: ['task'],
    onDone: ({ title }) => announce(say('today.accepted', { title })),
  });
  const to = addressOfTask(task, myId);
  // What I do, somebody gave me; what I gave, somebody does.
  const isMine = isDoneBy(task, myId);
  const next = task.actions.find((action) => action === 'accept-report' || action === 'report');
  return (
    <Line
      icon={IconChecklist}
      reminder={reminder}
      title={task.title}
      to={to}
      detail={
        <>
          <UrgencyBadge urgency={task.urgency} />
          <DueBadge startedAt={task.createdAt} dueAt={task.dueAt} />
          <span>
            {say(isMine ? 'tasks.assigner' : 'tasks.lead')}:{' '}
            <PersonName personId={isMine ? task.assignerId : task.leadId} />
          </span>
          <span>{say(`tasks.state.${task.state}`)}</span>
        </>
      }
      error={accept.error}
      action={
        task.actions.includes('accept') ? (
          <Button
            size="xs"
            variant={variant}
            loading={accept.isPending}
            onClick={() => accept.mutate({ taskId: task.id })}
          >
            {say('tasks.action.accept')}
          </Button>
        ) : (
          <Button size="xs" variant={variant} component={Link} to={to}>
            {say(`tasks.action.${next ?? 'progress'}`)}
          </Button>
        )
      }
    />
  );
}

function NoticeRow({ notice, reminder, variant }: Pick<ItemOf<'notice'>, 'notice'> & Rings & Variant) {
  const say = useSay();
  const acknowledge = useCommand('notices.acknowledge', {
    changes: ['notice'],
    onDone: () => announce(say('today.acknowledged', { title: notice.title })),
  });
  const to = `/notices/${notice.id}`;
  return (
    <Line
      icon={IconSpeakerphone}
      reminder={reminder}
      title={notice.title}
      to={to}
      detail={
        <>
          <DueBadge startedAt={notice.publishedAt} dueAt={notice.acknowledgeBy} />
          <PersonName personId={notice.authorId} />
        </>
      }
      error={acknowledge.error}
      action={
        notice.mustAcknowledge ? (
          <Button
            size="xs"
            variant={variant}
            loading={acknowledge.isPending}
            onClick={() => acknowledge.mutate({ noticeId: notice.id })}
          >
            {say('notices.action.acknowledge')}
          </Button>
        ) : (
          <Button size="xs" variant="default" component={Link} to={to}>
            {say('frame.action.open')}
          </Button>
        )
      }
    />
  );
}
