import { useRouter } from '@tanstack/react-router';
import { ErrorState } from '../../components/states/error-state.tsx';

/** A page that could not be shown. The frame and its navigation stay. */
export function ErrorPage({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return <ErrorState error={error} onRetry={retry} />;
}
