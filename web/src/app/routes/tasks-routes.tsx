import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../pages/lazy-page.ts';
import { officeRoute } from './root-route.tsx';

const BOXES = ['given', 'all'] as const;
const TABS = ['conversation', 'history'] as const;

type TasksSearch = { box?: (typeof BOXES)[number]; closed?: true; text?: string };

const tasksRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/tasks',
  /** `box`: whose tasks are listed, those I do when left out; `closed`: the finished ones; `text`: what is searched for. */
  validateSearch: (search: Record<string, unknown>): TasksSearch => {
    const box = BOXES.find((one) => one === search.box);
    return {
      ...(box && { box }),
      ...(search.closed === true && { closed: true as const }),
      ...(typeof search.text === 'string' && search.text !== '' && { text: search.text }),
    };
  },
  component: lazyPage(() => import('../../features/tasks/tasks-page.tsx'), 'TasksPage'),
});

const noTaskRoute = createRoute({
  getParentRoute: () => tasksRoute,
  path: '/',
  component: lazyPage(() => import('../../features/tasks/tasks-page.tsx'), 'NoTask'),
});

const newTaskRoute = createRoute({
  getParentRoute: () => tasksRoute,
  path: '/new',
  /** `conversation` and `seq`: the message the task is made from. */
  validateSearch: (search: Record<string, unknown>): { conversation?: string; seq?: number } =>
    typeof search.conversation === 'string' && Number.isInteger(search.seq)
      ? { conversation: search.conversation, seq: search.seq as number }
      : {},
  component: lazyPage(() => import('../../features/tasks/new-task.tsx'), 'NewTask'),
});

const taskRoute = createRoute({
  getParentRoute: () => tasksRoute,
  path: '/$taskId',
  /** `tab`: the part of the task that is shown, its overview when left out. */
  validateSearch: (search: Record<string, unknown>): { tab?: (typeof TABS)[number] } => {
    const tab = TABS.find((one) => one === search.tab);
    return tab ? { tab } : {};
  },
  component: lazyPage(() => import('../../features/tasks/task/task-page.tsx'), 'TaskPage'),
});

export const tasksRoutes = [tasksRoute.addChildren([noTaskRoute, newTaskRoute, taskRoute])] as const;
