import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../pages/lazy-page.ts';
import { officeRoute } from './root-route.tsx';

const BOXES = ['waiting', 'sent'] as const;

const noticesRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/notices',
  /** `box`: which notices are listed; those sent to me when left out. */
  validateSearch: (search: Record<string, unknown>): { box?: (typeof BOXES)[number] } => {
    const box = BOXES.find((one) => one === search.box);
    return box ? { box } : {};
  },
  component: lazyPage(() => import('../../features/notices/notices-page.tsx'), 'NoticesPage'),
});

const noNoticeRoute = createRoute({
  getParentRoute: () => noticesRoute,
  path: '/',
  component: lazyPage(() => import('../../features/notices/notices-page.tsx'), 'NoNotice'),
});

const newNoticeRoute = createRoute({
  getParentRoute: () => noticesRoute,
  path: '/new',
  component: lazyPage(() => import('../../features/notices/write/write-notice.tsx'), 'WriteNotice'),
});

const noticeRoute = createRoute({
  getParentRoute: () => noticesRoute,
  path: '/$noticeId',
  component: lazyPage(() => import('../../features/notices/notice-page.tsx'), 'NoticePage'),
});

export const noticesRoutes = [noticesRoute.addChildren([noNoticeRoute, newNoticeRoute, noticeRoute])] as const;
