import { useMatches } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

const ENTERING_MS = 140;
const ENTERING = [
  { opacity: 0.4, transform: 'translateX(0.75rem)' },
  { opacity: 1, transform: 'none' },
];

/** What is opened next slides in, so that one sees that it is another; still where the system asks for less motion. */
export function useEntering(pane: RefObject<HTMLElement | null>): void {
  const address = useMatches({ select: (matches) => matches.at(-1)?.pathname ?? null });
  const shown = useRef(address);
  useEffect(() => {
    if (shown.current === address) return;
    shown.current = address;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    pane.current?.animate(ENTERING, { duration: ENTERING_MS, easing: 'ease-out' });
  }, [address, pane]);
}
