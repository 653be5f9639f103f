import { createRouter } from '@tanstack/react-router';
import { followTrail } from '../lib/page/trail.ts';
import { ErrorPage } from './pages/error-page.tsx';
import { LoadingPage } from './pages/loading-page.tsx';
import { queries } from './queries.ts';
import { accountRoutes } from './routes/account-routes.tsx';
import { administrationRoutes } from './routes/administration-routes.tsx';
import { chatRoutes } from './routes/chat-routes.tsx';
import { directoryRoutes } from './routes/directory-routes.tsx';
import { documentsRoutes } from './routes/documents-routes.tsx';
import { homeRoutes } from './routes/home-routes.tsx';
import { mailRoutes } from './routes/mail-routes.tsx';
import { noticesRoutes } from './routes/notices-routes.tsx';
import { officeRoute, rootRoute } from './routes/root-route.tsx';
import { tasksRoutes } from './routes/tasks-routes.tsx';

/** Every address of the browser. A noun's addresses stand in `routes/<noun>-routes.tsx`; its pages are loaded when opened. */
const routeTree = rootRoute.addChildren([
  ...accountRoutes,
  officeRoute.addChildren([
    ...homeRoutes,
    ...chatRoutes,
    ...noticesRoutes,
    ...tasksRoutes,
    ...documentsRoutes,
    ...mailRoutes,
    ...directoryRoutes,
    ...administrationRoutes,
  ]),
]);

export const router = createRouter({
  routeTree,
  context: { queries },
  defaultPreload: 'intent',
  defaultPendingComponent: LoadingPage,
  defaultErrorComponent: ErrorPage,
  // A link that keeps the search keeps what the page it leads to knows, and nothing of the page it leaves.
  search: { strict: true },
  // react-query decides how fresh an answer is.
  defaultPreloadStaleTime: 0,
});

followTrail(router.history);

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
