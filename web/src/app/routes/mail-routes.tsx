import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../pages/lazy-page.ts';
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
  component: lazyPage(() => import('../../features/mail/mail-page.tsx'), 'MailPage'),
});

const noMailRoute = createRoute({
  getParentRoute: () => mailRoute,
  path: '/',
  component: lazyPage(() => import('../../features/mail/mail-page.tsx'), 'NoMail'),
});

const openedMailRoute = createRoute({
  getParentRoute: () => mailRoute,
  path: '/$mailId',
  component: lazyPage(() => import('../../features/mail/opened/opened-mail-page.tsx'), 'OpenedMailPage'),
});

export const mailRoutes = [mailRoute.addChildren([noMailRoute, openedMailRoute])] as const;
