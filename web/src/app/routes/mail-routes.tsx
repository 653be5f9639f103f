import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from './root-route.tsx';

const BOXES = ['registered', 'refused', 'set-aside', 'quarantined'] as const;

const mailRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/mail',
  /** `box`: what was decided; the queue when left out. */
  validateSearch: (search: Record<string, unknown>): { box?: (typeof BOXES)[number] } => {
    const box = BOXES.find((one) => one === search.box);
    return box ? { box } : {};
  },
  component: lazyRouteComponent(() => import('../../features/mail/mail-page.tsx'), 'MailPage'),
});

const noMailRoute = createRoute({
  getParentRoute: () => mailRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../../features/mail/mail-page.tsx'), 'NoMail'),
});

const openedMailRoute = createRoute({
  getParentRoute: () => mailRoute,
  path: '/$mailId',
  component: lazyRouteComponent(() => import('../../features/mail/opened/opened-mail-page.tsx'), 'OpenedMailPage'),
});

export const mailRoutes = [mailRoute.addChildren([noMailRoute, openedMailRoute])] as const;
