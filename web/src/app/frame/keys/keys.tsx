import { lazy, Suspense, useState } from 'react';
import { create } from 'zustand';
import { usePageKeys } from '../../../lib/keyboard/use-page-keys.ts';

const QuickFind = lazy(() => import('./quick-find.tsx'));
const KeyHelp = lazy(() => import('./key-help.tsx'));

const useQuickFind = create<{ isOpen: boolean }>(() => ({ isOpen: false }));

/** Opens the search for anything. */
export const openQuickFind = (): void => useQuickFind.setState({ isOpen: true });
const closeQuickFind = (): void => useQuickFind.setState({ isOpen: false });

/** Keys that work everywhere, and the two dialogs they open. */
export function Keys() {
  const isFinding = useQuickFind(({ isOpen }) => isOpen);
  const [isHelping, setIsHelping] = useState(false);
  usePageKeys([
    ['mod+K', openQuickFind],
    ['mod+/', () => setIsHelping(true)],
  ]);
  return (
    <Suspense>
      {isFinding && <QuickFind onClose={closeQuickFind} />}
      {isHelping && <KeyHelp onClose={() => setIsHelping(false)} />}
    </Suspense>
  );
}
