import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../pages/lazy-page.ts';
import { officeRoute } from './root-route.tsx';

const WAITS = ['late', 'direct', 'assign', 'submit', 'process', 'handOn', 'tasks', 'mail', 'notices'] as const;

const todayRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/',
  /** `only`: what waits for one thing, of all that I owe. */
  validateSearch: (search: Record<string, unknown>): { only?: (typeof WAITS)[number] } => {
    const only = WAITS.find((one) => one === search.only);
    return only ? { only } : {};
  },
  component: lazyPage(() => import('../../features/today/today-page.tsx'), 'TodayPage'),
});

const moreRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/more',
  component: lazyPage(() => import('../pages/more-page.tsx'), 'MorePage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/settings',
  component: lazyPage(() => import('../../features/account/settings-page.tsx'), 'SettingsPage'),
});

/** An address that leads nowhere keeps the frame, so that one finds back. */
const nowhereRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '$',
  component: lazyPage(() => import('../pages/not-found-page.tsx'), 'NotFoundPage'),
});

export const homeRoutes = [todayRoute, moreRoute, settingsRoute, nowhereRoute] as const;
