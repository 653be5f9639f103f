import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../pages/lazy-page.ts';
import { rootRoute } from './root-route.tsx';

/** Only an address of this office may be gone to after signing in (an open redirect otherwise). */
const localAddress = (to: unknown): string | undefined =>
  typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : undefined;

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { to?: string; ended?: true } => {
    const to = localAddress(search.to);
    return { ...(to && { to }), ...(search.ended === true && { ended: true as const }) };
  },
  component: lazyPage(() => import('../../features/account/sign-in-page.tsx'), 'SignInPage'),
});

const changePasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/change-password',
  component: lazyPage(() => import('../../features/account/must-change-page.tsx'), 'MustChangePage'),
});

const foundingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/founding',
  component: lazyPage(() => import('../../features/account/founding-page.tsx'), 'FoundingPage'),
});

export const accountRoutes = [signInRoute, changePasswordRoute, foundingRoute] as const;
