import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router';
import { isRefusedFor } from '../../lib/ask-error.ts';
import { meOptions } from '../../office/me.ts';
import { makePageOf } from '../../realtime/page-owner.ts';
import { Frame } from '../frame/frame.tsx';

export const rootRoute = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Outlet });

/** Everything behind the sign-in. Who is not signed in comes back here afterwards. */
export const officeRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'office',
  component: Frame,
  beforeLoad: async ({ context: { queries }, location }) => {
    try {
      const me = await queries.ensureQueryData(meOptions);
      makePageOf(me.person.id);
      if (me.mustChangePassword) throw redirect({ to: '/change-password' });
    } catch (error) {
      if (isRefusedFor(error, 'NOT_SIGNED_IN')) throw redirect({ to: '/sign-in', search: { to: location.href } });
      if (isRefusedFor(error, 'PASSWORD_MUST_CHANGE')) throw redirect({ to: '/change-password' });
      throw error;
    }
  },
});
