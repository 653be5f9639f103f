import { createRoute, redirect } from '@tanstack/react-router';
import { lazyPage } from '../pages/lazy-page.ts';
import { officeRoute } from './root-route.tsx';

export const administrationRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/administration',
  component: lazyPage(() => import('../../features/administration/administration-page.tsx'), 'AdministrationPage'),
});

const firstRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/administration/people' });
  },
});

const peopleRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: '/people',
  /** `text`: what is searched for. */
  validateSearch: (search: Record<string, unknown>): { text?: string } => ({
    ...(typeof search.text === 'string' && search.text !== '' && { text: search.text }),
  }),
  component: lazyPage(() => import('../../features/administration/people/people-admin.tsx'), 'PeopleAdmin'),
});

const personRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: '/people/$personId',
  component: lazyPage(() => import('../../features/administration/people/person-admin.tsx'), 'PersonAdmin'),
});

const unitsRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: '/units',
  component: lazyPage(() => import('../../features/administration/office/units-admin.tsx'), 'UnitsAdmin'),
});

const officeDataRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: '/office',
  component: lazyPage(() => import('../../features/administration/office/office-admin.tsx'), 'OfficeAdmin'),
});

const holidaysRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: '/holidays',
  component: lazyPage(() => import('../../features/administration/office/holidays-admin.tsx'), 'HolidaysAdmin'),
});

const queuesRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: '/queues',
  component: lazyPage(() => import('../../features/administration/health/health-admin.tsx'), 'HealthAdmin'),
});

const mailRulesRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: '/mail-rules',
  component: lazyPage(() => import('../../features/mail-rules/mail-rules-page.tsx'), 'MailRulesPage'),
});

const smsRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: '/sms',
  component: lazyPage(() => import('../../features/sms/sms-page.tsx'), 'SmsPage'),
});

const smsSettingsRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: '/sms/settings',
  component: lazyPage(() => import('../../features/sms/settings/sms-settings-page.tsx'), 'SmsSettingsPage'),
});

export const administrationRoutes = [
  administrationRoute.addChildren([
    firstRoute,
    peopleRoute,
    personRoute,
    unitsRoute,
    officeDataRoute,
    holidaysRoute,
    mailRulesRoute,
    smsRoute,
    smsSettingsRoute,
    queuesRoute,
  ]),
] as const;
