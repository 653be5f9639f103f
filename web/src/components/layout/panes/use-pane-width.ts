import { type KeyboardEvent, type PointerEvent, useState } from 'react';

/** Of the list pane, in rem: it never gets so narrow that a row says nothing, nor so wide that the content does. */
const NARROWEST = 17;
const WIDEST = 40;
const STEP = 1;
/** What panes.module.css gives it on most screens. */
const USUAL = 22;
const REMEMBERED = 'congso.list-width';

const remOf = (pixels: number): number =>
  pixels / Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
const within = (width: number): number => Math.min(Math.max(width, NARROWEST), WIDEST);

function readWidth(): number | null {
  const kept = Number.parseFloat(localStorage.getItem(REMEMBERED) ?? '');
  return Number.isFinite(kept) ? within(kept) : null;
}

/**
 * How wide the list pane was last made on this device; null until somebody does. `handle` is for the line between the
 * panes: it is drawn, or moved by the arrow keys (WAI-ARIA, window splitter); a double click gives the width back to us.
 */
export function usePaneWidth() {
  const [width, setWidth] = useState(readWidth);
  const keep = (next: number | null) => {
    setWidth(next === null ? null : within(next));
    try {
      if (next === null) localStorage.removeItem(REMEMBERED);
      else localStorage.setItem(REMEMBERED, String(within(next)));
    } catch {
      // Full, or forbidden: the pane is as wide as it was made for as long as the page stands.
    }
  };
  const measured = (handle: HTMLElement) => remOf(handle.previousElementSibling?.getBoundingClientRect().width ?? 0);
  const handle = {
    'aria-valuemin': NARROWEST,
    'aria-valuemax': WIDEST,
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      event.preventDefault();
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
      const from = event.currentTarget.parentElement?.getBoundingClientRect().left ?? 0;
      keep(remOf(event.clientX - from));
    },
    onDoubleClick: () => keep(null),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      keep((width ?? measured(event.currentTarget)) + by);
    },
  };
  return { width, listWidth: Math.round(width ?? USUAL), handle };
}
