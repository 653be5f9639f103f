import { useCallback, useState } from 'react';

/** So much of a line, or of the window where the line is longer, has to be seen. */
const MOST_OF_IT = 0.5;

/** Watches one line of the conversation while it is in the page: for its `ref`. */
export type WatchLine = (element: HTMLElement | null) => (() => void) | undefined;

/**
 * The number of the last fact that is on the screen now, not merely in the page: above the edge of the list, of the
 * pane around it, of the window. 0 while there is none. Each line carries its number as `data-seq`.
 */
export function useShownSeq(): { shownSeq: number; watch: WatchLine } {
  const [shownSeq, setShownSeq] = useState(0);
  const [eye] = useState(() => openEye(setShownSeq));
  const watch = useCallback<WatchLine>(
    (element) => {
      if (!element) return undefined;
      eye.observer.observe(element);
      return () => eye.forget(element);
    },
    [eye],
  );
  return { shownSeq, watch };
}

function openEye(onChange: (shownSeq: number) => void) {
  const onScreen = new Map<Element, number>();
  const tell = () => onChange(Math.max(0, ...onScreen.values()));
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, intersectionRatio, intersectionRect, rootBounds } of entries) {
        const fills = intersectionRect.height >= (rootBounds?.height ?? 0) * MOST_OF_IT;
        const isSeen = isIntersecting && (intersectionRatio >= MOST_OF_IT || fills);
        if (isSeen) onScreen.set(target, Number((target as HTMLElement).dataset.seq));
        else onScreen.delete(target);
      }
      tell();
    },
    { threshold: [0, 0.1, 0.2, 0.3, 0.4, MOST_OF_IT] },
  );
  const forget = (element: Element) => {
    observer.unobserve(element);
    if (onScreen.delete(element)) tell();
  };
  return { observer, forget };
}
