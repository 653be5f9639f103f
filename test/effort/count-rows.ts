import type { Page } from 'playwright-core';

/** How many rows of a list or a table are whole in the window, none of them under something else. */
export const countWholeRows = (page: Page, rows: string): Promise<number> =>
  page.evaluate(`[...document.querySelectorAll(${JSON.stringify(rows)})].filter((row) => {
    const { top, bottom, left, height } = row.getBoundingClientRect();
    if (height === 0 || top < 0 || bottom > window.innerHeight) return false;
    const isOnTop = (y) => row.contains(document.elementFromPoint(left + 12, y));
    return isOnTop(top + 2) && isOnTop(bottom - 3);
  }).length`) as Promise<number>;
