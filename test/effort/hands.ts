import type { Locator, Page } from 'playwright-core';

/** The page has taken in a key or a tap when it has not changed for so long. */
const QUIET_MS = 60;

/** A person's hands at a page: everything they do is counted, what they only look at is not. */
export type Hands = {
  readonly page: Page;
  /** Keys pressed so far; a chord like Ctrl+Enter is one. A letter with its marks counts as one. */
  keys(): number;
  /** Clicks or taps so far. */
  taps(): number;
  /** Counts keys that were pressed while it was tried out what they do. */
  count(keys: number): void;
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  tap(target: Locator): Promise<void>;
  /** Waits until the page has taken in what was done. */
  settle(): Promise<void>;
  /** Tries something out that does not count: what a person knows from the day before. */
  uncounted<T>(act: () => Promise<T>): Promise<T>;
};

export function handsAt(page: Page): Hands {
  let keys = 0;
  let taps = 0;
  const settle = () => untilQuiet(page);
  return {
    page,
    keys: () => keys,
    taps: () => taps,
    settle,
    count: (pressed) => {
      keys += pressed;
    },
    press: async (key) => {
      keys += 1;
      await page.keyboard.press(key);
      await settle();
    },
    type: async (text) => {
      keys += [...text].length;
      await page.keyboard.type(text);
      await settle();
    },
    tap: async (target) => {
      taps += 1;
      await target.click();
      await settle();
    },
    uncounted: async (act) => {
      const before = { keys, taps };
      const result = await act();
      ({ keys, taps } = before);
      return result;
    },
  };
}

async function untilQuiet(page: Page): Promise<void> {
  await page.evaluate(`new Promise((resolve) => {
    const done = () => (observer.disconnect(), resolve());
    let timer = setTimeout(done, ${QUIET_MS});
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(done, ${QUIET_MS});
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  })`);
}

/** The labels of what has the focus: "Trích yếu". */
export const focusedLabel = (page: Page): Promise<string> =>
  page.evaluate(`(() => {
    const focused = document.activeElement;
    const label = focused?.labels?.[0]?.textContent ?? focused?.getAttribute('aria-label') ?? focused?.textContent ?? '';
    return label.trim();
  })()`) as Promise<string>;

/** The options that an open list offers, the one that Enter would take first where one is marked. */
export const listOptions = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('[role=option]')]
    .filter((option) => option.checkVisibility())
    .sort((a, b) => Number(b.matches('[data-combobox-selected]')) - Number(a.matches('[data-combobox-selected]')))
    .map((option) => (option.dataset.value ?? option.textContent).trim())`) as Promise<string[]>;
