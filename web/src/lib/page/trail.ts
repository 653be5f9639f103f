import { type RouterHistory, useRouter } from '@tanstack/react-router';

/**
 * The addresses this tab came through, by their place in its history, which the browser does not tell. Kept over a
 * reload; a tab that was copied begins with those of the other, which are its own as well.
 */
const KEY = 'congso.trail';

function readTrail(): string[] {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as string[];
  } catch {
    // Nothing that we wrote.
    return [];
  }
}

/** Notes where this tab goes; called once, before it goes anywhere. */
export function followTrail(history: RouterHistory): void {
  const trail = readTrail();
  const note = () => {
    const { href, state } = history.location;
    const isNew = trail[state.__TSR_index] !== href;
    trail[state.__TSR_index] = href;
    return isNew;
  };
  const keep = () => {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(trail));
    } catch {
      // The tab's storage is full: after a reload the arrow leads where it says, without going back.
      sessionStorage.removeItem(KEY);
    }
  };
  note();
  keep();
  history.subscribe(({ action }) => {
    // What one goes on from after going back is no way to come from.
    if (action.type === 'PUSH') trail.length = history.location.state.__TSR_index;
    if (note()) keep();
  });
}

/**
 * How many steps back the page is that was left for this one: the nearest address which is wanted, where one has only
 * looked at what lies `within` since. Null when one came from elsewhere.
 */
export function stepsBackTo(
  trail: readonly string[],
  index: number,
  isWanted: (href: string) => boolean,
  isWithin: (href: string) => boolean,
): number | null {
  for (let at = index - 1; at >= 0; at -= 1) {
    const href = trail[at];
    if (href === undefined) return null;
    if (isWanted(href)) return index - at;
    if (!isWithin(href)) return null;
  }
  return null;
}

const pathOf = (href: string): string => href.split(/[?#]/)[0] ?? '';

/** Goes back to what this was opened from; false when one came from elsewhere and nothing was done. */
export function useGoBackTo() {
  const { history } = useRouter();
  return {
    /** To a list or a page by its path, past others opened from it since. */
    page: (path: string): boolean =>
      go(
        history,
        (href) => pathOf(href) === path,
        (href) => pathOf(href).startsWith(path === '/' ? '/' : `${path}/`),
      ),
    /** To this same page as it was before something in its address was opened. */
    itself: (): boolean => {
      const here = history.location.pathname;
      return go(
        history,
        (href) => pathOf(href) === here && href !== history.location.href,
        () => false,
      );
    },
  };
}

function go(history: RouterHistory, isWanted: (href: string) => boolean, isWithin: (href: string) => boolean): boolean {
  const steps = stepsBackTo(readTrail(), history.location.state.__TSR_index, isWanted, isWithin);
  if (steps === null) return false;
  history.go(-steps, { ignoreBlocker: true });
  return true;
}
