import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { officeRoute } from './root-route.tsx';

export const administrationRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/administration',
  component: lazyRouteComponent(
    () => import('../../features/administration/administration-page.tsx'),
    'AdministrationPage',
  ),
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
  component: lazyRouteComponent(() => import('../../features/administration/people/people-admin.tsx'), 'PeopleAdmin'),
});

const personRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: '/people/$personId',
  component: lazyRouteComponent(() => import('../../features/administration/people/person-admin.tsx'), 'PersonAdmin'),
});

const unitsRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: '/units',
  component: lazyRouteComponent(() => import('../../features/administration/office/units-admin.tsx'), 'UnitsAdmin'),
});

const officeDataRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: '/office',
  component: lazyRouteComponent(() => import('../../features/administration/office/office-admin.tsx'), 'OfficeAdmin'),
});

const holidaysRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: '/holidays',
  component: lazyRouteComponent(
    () => import('../../features/administration/office/holidays-admin.tsx'),
    'HolidaysAdmin',
  ),
});

const queuesRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: '/queues',
  component: lazyRouteComponent(() => import('../../features/administration/health/health-admin.tsx'), 'HealthAdmin'),
});

const mailRulesRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: '/mail-rules',
  component: lazyRouteComponent(() => import('../../features/mail-rules/mail-rules-page.tsx'), 'MailRulesPage'),
});

const smsRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: '/sms',
  component: lazyRouteComponent(() => import('../../features/sms/sms-page.tsx'), 'SmsPage'),
});

const smsSettingsRoute = createRoute({
  getParentRoute: () => administrationRoute,
  path: '/sms/settings',
  component: lazyRouteComponent(() => import('../../features/sms/settings/sms-settings-page.tsx'), 'SmsSettingsPage'),
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
