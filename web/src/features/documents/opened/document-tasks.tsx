import { Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { UrgencyBadge } from '../../../components/documents/urgency-badge.tsx';
import { ListRow } from '../../../components/layout/list-row.tsx';
import { PersonAvatar } from '../../../components/people/person-avatar.tsx';
import { PersonName } from '../../../components/people/person-name.tsx';
import { EmptyState } from '../../../components/states/empty-state.tsx';
import { Loaded } from '../../../components/states/loaded.tsx';
import { ListSkeleton } from '../../../components/states/skeletons.tsx';
import { DueBadge } from '../../../components/time/due-badge.tsx';
import { isWithheld } from '../../../lib/ask-error.ts';
import { useSay } from '../../../lib/language.ts';
import { keyOf } from '../../../lib/query-keys.ts';
import { askOptions } from '../../../lib/use-ask.ts';
import { useMe } from '../../../office/me.ts';
import { addressOfTask } from '../../tasks/tasks-queries.ts';
import classes from './document.module.css';

/** The tasks that the steps of the slip made, as far as I may read them. */
export function DocumentTasks({ taskIds }: { taskIds: readonly string[] }) {
  const say = useSay();
  const myId = useMe().person.id;
  const answers = useQueries({
    queries: taskIds.map((taskId) => ({ ...askOptions(keyOf('task', taskId), 'tasks.get', { taskId }), retry: false })),
  });
  if (taskIds.length === 0) return <EmptyState title={say('documents.noTasks')} />;
  if (answers.some(({ isPending }) => isPending)) return <ListSkeleton rows={2} />;
  const readable = answers.filter(({ error }) => !isWithheld(error));
  const tasks = readable.flatMap(({ data }) => data ?? []);
  const failed = readable.filter(({ error }) => error !== null);
  const query = {
    data: tasks.length === 0 && failed.length > 0 ? undefined : tasks,
    error: failed[0]?.error ?? null,
    refetch: () => failed.forEach(({ refetch }) => void refetch()),
  };
  const hidden = answers.length - readable.length;
  return (
    <Loaded query={query} skeleton={<ListSkeleton rows={2} />}>
      {(found) => (
        <>
          <ul className={classes.tasks}>
            {found.map((task) => (
              <li key={task.id}>
                <ListRow
                  to={addressOfTask(task, myId)}
                  leading={<PersonAvatar personId={task.leadId} />}
                  title={task.title}
                  detail={
                    <>
                      <UrgencyBadge urgency={task.urgency} />
                      <DueBadge startedAt={task.createdAt} dueAt={task.dueAt} closedAt={task.closedAt} />
                      <PersonName personId={task.leadId} />
                      <span>{say(`tasks.state.${task.state}`)}</span>
                      <span>{task.progress}%</span>
                    </>
                  }
                />
              </li>
            ))}
          </ul>
          {hidden > 0 && (
            <Text size="sm" c="dimmed">
              {say('documents.tasksHidden', { count: hidden })}
            </Text>
          )}
        </>
      )}
    </Loaded>
  );
}
