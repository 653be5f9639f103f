import { DetailSkeleton } from '../../components/states/skeletons.tsx';

/** While a page is being loaded. */
export function LoadingPage() {
  return <DetailSkeleton />;
}
