import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './root-route.tsx';

const todayRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../../features/today/today-page.tsx'), 'TodayPage'),
});

const moreRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/more',
  component: lazyRouteComponent(() => import('../pages/more-page.tsx'), 'MorePage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('../../features/account/settings-page.tsx'), 'SettingsPage'),
});

/** An address that leads nowhere keeps the frame, so that one finds back. */
const nowhereRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '$',
  component: lazyRouteComponent(() => import('../pages/not-found-page.tsx'), 'NotFoundPage'),
});

export const homeRoutes = [todayRoute, moreRoute, settingsRoute, nowhereRoute] as const;
