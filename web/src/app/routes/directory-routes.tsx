import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../pages/lazy-page.ts';
import { officeRoute } from './root-route.tsx';

const directoryRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/directory',
  /** `text`: what is searched for; `unit`: whose people are shown. */
  validateSearch: (search: Record<string, unknown>): { text?: string; unit?: string } => ({
    ...(typeof search.text === 'string' && search.text !== '' && { text: search.text }),
    ...(typeof search.unit === 'string' && { unit: search.unit }),
  }),
  component: lazyPage(() => import('../../features/people/directory-page.tsx'), 'DirectoryPage'),
});

const nobodyRoute = createRoute({
  getParentRoute: () => directoryRoute,
  path: '/',
  component: lazyPage(() => import('../../features/people/directory-page.tsx'), 'Nobody'),
});

const personRoute = createRoute({
  getParentRoute: () => directoryRoute,
  path: '/$personId',
  component: lazyPage(() => import('../../features/people/person-page.tsx'), 'PersonPage'),
});

export const directoryRoutes = [directoryRoute.addChildren([nobodyRoute, personRoute])] as const;
