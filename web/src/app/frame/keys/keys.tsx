import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import { create } from 'zustand';

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
  // An empty list of tags: these keys work while one is typing, too.
  useHotkeys(
    [
      ['mod+K', openQuickFind],
      ['mod+/', () => setIsHelping(true)],
    ],
    [],
  );
  return (
    <Suspense>
      {isFinding && <QuickFind onClose={closeQuickFind} />}
      {isHelping && <KeyHelp onClose={() => setIsHelping(false)} />}
    </Suspense>
  );
}
