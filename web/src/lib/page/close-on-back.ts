import { type RouterHistory, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

type Layer = { readonly close: () => void };

/** What lies over the page now (a dialog, a menu, the search), the top one last. */
const layers: Layer[] = [];
let stopGuarding: (() => void) | null = null;

/**
 * What lies over the page closes when its person goes back, and the page stays: on a phone Back is how one puts away
 * what was opened. For what is mounted while it is open; else `isOpen` says whether it is.
 */
export function useCloseOnBack(close: () => void, isOpen = true): void {
  const { history } = useRouter();
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    if (!isOpen) return;
    const layer: Layer = { close: () => latest.current() };
    layers.push(layer);
    guard(history);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      if (layers.length > 0) return;
      stopGuarding?.();
      stopGuarding = null;
    };
  }, [history, isOpen]);
}

function guard(history: RouterHistory): void {
  if (stopGuarding !== null) return;
  // Where this tab began Back would leave the office without asking: from a second entry it does not.
  if (!history.canGoBack()) history.push(history.location.href, history.location.state);
  stopGuarding = history.block({
    enableBeforeUnload: false,
    blockerFn: ({ currentLocation, nextLocation, action }) => {
      const isBack = action === 'BACK' || (action === 'GO' && indexOf(nextLocation) < indexOf(currentLocation));
      if (isBack) layers.at(-1)?.close();
      return isBack;
    },
  });
}

const indexOf = ({ state }: RouterHistory['location']): number => state.__TSR_index;
