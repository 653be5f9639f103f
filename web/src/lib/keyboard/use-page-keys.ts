import { useHotkeys } from '@mantine/hooks';

/** Whether something covers the page that must be answered first. */
const isDialogOpen = (): boolean => document.querySelector('[role="dialog"][aria-modal="true"]') !== null;

/**
 * Keys of a page, also while one types in it: `usePageKeys([['mod+Enter', submit]])`. They hear every key of the
 * document, so they are deaf while a dialog is open: Ctrl+Enter there must not register the letter behind it.
 */
export function usePageKeys(keys: readonly (readonly [key: string, act: () => void])[]): void {
  useHotkeys(
    keys.map(([key, act]) => [key, () => isDialogOpen() || act()]),
    // No tag is left out: while one is in a field, too.
    [],
  );
}
