import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { ErrorState } from '../../components/states/error-state.tsx';
import { loadPage } from './load-pages.ts';
import { LoadingPage } from './loading-page.tsx';

/** A page that could not be shown. The frame and its navigation stay. */
export function ErrorPage({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter();
  const [isTrying, setIsTrying] = useState(false);
  const retry = async () => {
    setIsTrying(true);
    // Its code may be what is missing; the router would go on showing that it did not come.
    for (const { routeId } of router.state.matches) await loadPage(router.routesById[routeId]);
    setIsTrying(false);
    reset();
    await router.invalidate();
  };
  if (isTrying) return <LoadingPage />;
  return <ErrorState error={error} onRetry={() => void retry()} />;
}
