import { useMatches } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

/**
 * Carries the focus over when the pane that had it steps aside: into what was opened, and back to the row it was opened
 * from. Where both panes stand beside each other nothing is lost, and nothing is moved.
 */
export function usePaneFocus(
  isOpen: boolean,
  list: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
): void {
  // Of what is shown; the router's own location is already the next one while that is loaded.
  const address = useMatches({ select: (matches) => matches.at(-1)?.pathname ?? null });
  const opened = useRef<string | null>(null);
  useEffect(() => {
    if (isOpen) opened.current = address;
  }, [isOpen, address]);
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    if (!isLost()) return;
    const rows = [...(list.current?.querySelectorAll('a') ?? [])];
    const row = rows.find(({ pathname }) => pathname === opened.current);
    (isOpen ? content.current : (row ?? list.current))?.focus();
  }, [isOpen, list, content]);
}

/** What is no longer shown has lost the focus, although the browser says so only when it draws the next time. */
function isLost(): boolean {
  const focused = document.activeElement;
  return focused === null || focused === document.body || !focused.checkVisibility();
}
