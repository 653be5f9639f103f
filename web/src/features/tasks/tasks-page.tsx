import { IconChecklist } from '@tabler/icons-react';
import { Outlet, useChildMatches } from '@tanstack/react-router';
import { Panes } from '../../components/layout/panes.tsx';
import { EmptyState } from '../../components/states/empty-state.tsx';
import { useSay } from '../../lib/language.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { TaskList } from './task-list.tsx';

/** The tasks of a box, and the opened one beside them. */
export function TasksPage() {
  const say = useSay();
  const isOpen = useChildMatches({ select: (matches) => matches.some(({ routeId }) => routeId !== '/office/tasks/') });
  return (
    <Panes label={say('tasks.tasks')} list={<TaskList isOpen={isOpen} />} isOpen={isOpen}>
      <Outlet />
    </Panes>
  );
}

/** Nothing is opened. */
export function NoTask() {
  const say = useSay();
  usePageTitle(say('frame.navigation.tasks'));
  return <EmptyState icon={<IconChecklist size={40} />} title={say('tasks.choose')} hint={say('tasks.chooseHint')} />;
}
