import type { Task } from '@congso/contract/tasks';
import { Tabs } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { UrgencyBadge } from '../../../components/documents/urgency-badge.tsx';
import { PaneHeader } from '../../../components/layout/pane-header.tsx';
import { Loaded } from '../../../components/states/loaded.tsx';
import { DetailSkeleton } from '../../../components/states/skeletons.tsx';
import { DueBadge } from '../../../components/time/due-badge.tsx';
import { useSay } from '../../../lib/language.ts';
import { usePageTitle } from '../../../lib/use-page-title.ts';
import { useMe } from '../../../office/me.ts';
import { SubjectConversation } from '../../chat/open-subject-conversation.tsx';
import { RemindMe } from '../../reminders/open-remind-me.tsx';
import { TaskState } from '../task-state.tsx';
import { searchOfTask, useTask } from '../tasks-queries.ts';
import classes from './task.module.css';
import { TaskHistory } from './task-history.tsx';
import { TaskOverview } from './task-overview.tsx';

const route = getRouteApi('/office/tasks/$taskId');

/** One task by its address. */
export function TaskPage() {
  const { taskId } = route.useParams();
  const task = useTask(taskId);
  usePageTitle(task.data?.title ?? '');
  return (
    <Loaded query={task} skeleton={<DetailSkeleton />}>
      {(opened) => <OpenedTask key={taskId} task={opened} />}
    </Loaded>
  );
}

function OpenedTask({ task }: { task: Task }) {
  const say = useSay();
  const { tab = 'overview' } = route.useSearch();
  const navigate = route.useNavigate();
  useOwnList(task);
  const open = (chosen: string | null) =>
    void navigate({
      replace: true,
      search: ({ tab: _, ...rest }) =>
        chosen === 'conversation' || chosen === 'history' ? { ...rest, tab: chosen } : rest,
    });
  return (
    <>
      <PaneHeader
        level={2}
        backTo="/tasks"
        title={task.title}
        detail={
          <span className={classes.standing}>
            <UrgencyBadge urgency={task.urgency} />
            <TaskState task={task} />
            <DueBadge startedAt={task.createdAt} dueAt={task.dueAt} closedAt={task.closedAt} />
          </span>
        }
        actions={task.closedAt === null && <RemindMe target={{ kind: 'task', id: task.id }} title={task.title} />}
      />
      <Tabs value={tab} onChange={open} keepMounted={false} className={classes.tabs}>
        <Tabs.List px="md">
          <Tabs.Tab value="overview">{say('tasks.overview')}</Tabs.Tab>
          <Tabs.Tab value="conversation">{say('tasks.comments')}</Tabs.Tab>
          <Tabs.Tab value="history">{say('tasks.history')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="overview" className={classes.body}>
          <TaskOverview task={task} />
        </Tabs.Panel>
        <Tabs.Panel value="conversation" className={classes.conversation}>
          <SubjectConversation
            conversationId={task.conversationId}
            name={task.title}
            outsiderHint={say('tasks.notMember')}
          />
        </Tabs.Panel>
        <Tabs.Panel value="history" className={classes.body}>
          <TaskHistory taskId={task.id} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

/**
 * A reminder, Ctrl+K and a slip know no more of a task than its id: opened from there, the list beside becomes the one in
 * which it stands. Once: what is chosen afterwards is chosen.
 */
function useOwnList(task: Task): void {
  const myId = useMe().person.id;
  const { box, closed, text } = route.useSearch();
  const navigate = route.useNavigate();
  const isOpened = useRef(false);
  useEffect(() => {
    if (isOpened.current) return;
    isOpened.current = true;
    const own = searchOfTask(task, myId);
    if ((box ?? closed ?? text) !== undefined || Object.keys(own).length === 0) return;
    void navigate({ replace: true, search: (before) => ({ ...before, ...own }) });
  }, [task, myId, box, closed, text, navigate]);
}
