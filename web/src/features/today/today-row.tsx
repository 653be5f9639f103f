import type { TodayItem } from '@congso/contract/sync';
import type { Task } from '@congso/contract/tasks';
import { Button } from '@mantine/core';
import { IconBell, IconChecklist, IconFileText, IconMail, IconSpeakerphone } from '@tabler/icons-react';
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
import { Line } from './today-line.tsx';

/** Something I owe, with the one thing to do about it. */
export function TodayRow({ item }: { item: TodayItem }) {
  switch (item.kind) {
    case 'reminder':
      return <ReminderRow reminder={item.reminder} />;
    case 'task':
      return <TaskRow task={item.task} />;
    case 'notice':
      return <NoticeRow notice={item.notice} />;
    case 'document':
      return <DocumentRow document={item.document} at={item.at} />;
    case 'mail':
      return <MailRow count={item.count} at={item.at} />;
  }
}

type ItemOf<K extends TodayItem['kind']> = Extract<TodayItem, { kind: K }>;

function ReminderRow({ reminder }: Pick<ItemOf<'reminder'>, 'reminder'>) {
  const say = useSay();
  const dismiss = useCommand('reminders.dismiss', {
    changes: ['reminder'],
    onDone: ({ text }) => announce(say('today.dismissed', { title: text })),
  });
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

function TaskRow({ task }: { task: Task }) {
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
          <Button size="xs" loading={accept.isPending} onClick={() => accept.mutate({ taskId: task.id })}>
            {say('tasks.action.accept')}
          </Button>
        ) : (
          <Button size="xs" variant={next ? 'filled' : 'default'} component={Link} to={to}>
            {next ? say(`tasks.action.${next}`) : say('frame.action.open')}
          </Button>
        )
      }
    />
  );
}

function NoticeRow({ notice }: Pick<ItemOf<'notice'>, 'notice'>) {
  const say = useSay();
  const acknowledge = useCommand('notices.acknowledge', {
    changes: ['notice'],
    onDone: () => announce(say('today.acknowledged', { title: notice.title })),
  });
  const to = `/notices/${notice.id}`;
  return (
    <Line
      icon={IconSpeakerphone}
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
          <Button size="xs" loading={acknowledge.isPending} onClick={() => acknowledge.mutate({ noticeId: notice.id })}>
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

function DocumentRow({ document, at }: Pick<ItemOf<'document'>, 'document' | 'at'>) {
  const say = useSay();
  const to = `/documents/${document.id}`;
  return (
    <Line
      icon={IconFileText}
      title={document.subject}
      to={to}
      detail={
        <>
          <UrgencyBadge urgency={document.urgency} />
          <DueBadge startedAt={document.registeredAt ?? document.dueAt ?? ''} dueAt={at ?? document.dueAt} />
          {document.arrivalNumber !== null && (
            <span>
              {say('documents.field.arrivalNumber')} {document.arrivalNumber}
            </span>
          )}
          <span>{document.issuer}</span>
        </>
      }
      action={
        <Button size="xs" component={Link} to={to}>
          {say('frame.action.open')}
        </Button>
      }
    />
  );
}

function MailRow({ count, at }: Pick<ItemOf<'mail'>, 'count' | 'at'>) {
  const say = useSay();
  return (
    <Line
      icon={IconMail}
      title={say('today.mailWaiting', { count })}
      to="/mail"
      detail={
        <span>
          {say('mail.receivedAt')} <TimeText at={at} />
        </span>
      }
      action={
        <Button size="xs" component={Link} to="/mail">
          {say('frame.action.open')}
        </Button>
      }
    />
  );
}
