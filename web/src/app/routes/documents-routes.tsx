import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../pages/lazy-page.ts';
import { officeRoute } from './root-route.tsx';

const TABS = ['content', 'tasks', 'conversation', 'history'] as const;
const ACTS = ['submit', 'direct', 'assign', 'reassign'] as const;
const STATES = ['registered', 'submitted', 'directed', 'assigned', 'completed', 'voided'] as const;
const URGENCIES = ['normal', 'urgent', 'very-urgent', 'express'] as const;

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const date = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;

/** Which rows of the register are shown. */
export type RegisterSearch = {
  year?: number;
  from?: string;
  to?: string;
  text?: string;
  state?: (typeof STATES)[number];
  urgency?: (typeof URGENCIES)[number];
  unit?: string;
  overdue?: true;
  /** Of which this unit has something to do still; `due`: late, or this week. */
  openAt?: string;
  due?: 'late' | 'thisWeek';
};

/** What is left out is not filtered by; a value that is none is left out. */
function registerSearch(search: Record<string, unknown>): RegisterSearch {
  const wanted = {
    year: Number.isInteger(search.year) ? (search.year as number) : undefined,
    from: date(search.from),
    to: date(search.to),
    text: text(search.text),
    state: STATES.find((one) => one === search.state),
    urgency: URGENCIES.find((one) => one === search.urgency),
    unit: text(search.unit),
    overdue: search.overdue === true ? (true as const) : undefined,
    openAt: text(search.openAt),
    due: (['late', 'thisWeek'] as const).find((one) => one === search.due),
  };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) as RegisterSearch;
}

const registerRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/documents/register',
  validateSearch: registerSearch,
  component: lazyPage(() => import('../../features/documents/register/register-page.tsx'), 'RegisterPage'),
});

const paperRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/documents/new',
  component: lazyPage(() => import('../../features/documents/register/register-paper.tsx'), 'RegisterPaper'),
});

const documentsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/documents',
  /** `box`: `mine` for what I have had a part in; what waits for me when left out. */
  validateSearch: (search: Record<string, unknown>): { box?: 'mine' } => (search.box === 'mine' ? { box: 'mine' } : {}),
  component: lazyPage(() => import('../../features/documents/documents-page.tsx'), 'DocumentsPage'),
});

const noDocumentRoute = createRoute({
  getParentRoute: () => documentsRoute,
  path: '/',
  component: lazyPage(() => import('../../features/documents/documents-page.tsx'), 'NoDocument'),
});

const documentRoute = createRoute({
  getParentRoute: () => documentsRoute,
  path: '/$documentId',
  /** `tab`: the part of the document that is shown, its slip when left out; `act`: the act whose dialog opens with it. */
  validateSearch: (search: Record<string, unknown>): { tab?: (typeof TABS)[number]; act?: (typeof ACTS)[number] } => {
    const tab = TABS.find((one) => one === search.tab);
    const act = ACTS.find((one) => one === search.act);
    return { ...(tab && { tab }), ...(act && { act }) };
  },
  component: lazyPage(() => import('../../features/documents/opened/document-page.tsx'), 'DocumentPage'),
});

export const documentsRoutes = [
  registerRoute,
  paperRoute,
  documentsRoute.addChildren([noDocumentRoute, documentRoute]),
] as const;
