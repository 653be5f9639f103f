import axe from 'axe-core';
import type { Page } from 'playwright-core';

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The page is finished when it has not changed for so long. */
const QUIET_MS = 120;

/** Readies a page, once loaded, to be looked at. */
export async function readyToLook(page: Page): Promise<void> {
  await page.evaluate(axe.source);
}

/** Every address pattern of the app: "/tasks/$taskId". */
export const listPatterns = (page: Page): Promise<string[]> =>
  page.evaluate('Object.keys(window.__TSR_ROUTER__.routesByPath)') as Promise<string[]>;

/** Goes to an address as a link in the app does, and waits until nothing is loading any more and nothing moves. */
export async function visit(page: Page, address: string, loading: readonly string[]): Promise<void> {
  await page.evaluate(`new Promise((resolve) => {
    const router = window.__TSR_ROUTER__;
    const isLoading = () => router.state.status !== 'idle' || router.state.isLoading ||
      ${JSON.stringify(loading)}.some((label) => document.querySelector('[aria-label="' + label + '"]'));
    let timer;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => isLoading() ? wait() : (observer.disconnect(), resolve()), ${QUIET_MS});
    };
    const observer = new MutationObserver(wait);
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    router.history.push(${JSON.stringify(address)});
    wait();
  })`);
}

/** What breaks WCAG 2.2 A or AA: "color-contrast: .selector". */
export async function listViolations(page: Page): Promise<string[]> {
  const found = (await page.evaluate(`axe.run(document, {
    runOnly: { type: 'tag', values: ${JSON.stringify(LEVELS)} },
    resultTypes: ['violations'],
    iframes: false,
  }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ target, html, any }) => id + ': ' + target.join(' ') + ' ' + html.slice(0, 160) + ' ' + (any[0]?.message ?? ''))))`)) as string[];
  return found;
}

/** Every text that a person sees or is told, once. */
export async function listTexts(page: Page): Promise<string[]> {
  return (await page.evaluate(`(() => {
    const texts = new Set([document.title.replace(/ · Congso$/, '')]);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const within = node.parentElement;
      if (within && !within.closest('script, style') && within.checkVisibility()) texts.add(node.textContent.trim());
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      for (const element of document.querySelectorAll('[' + name + ']')) {
        if (element.checkVisibility()) texts.add(element.getAttribute(name).trim());
      }
    }
    texts.delete('');
    return [...texts];
  })()`)) as string[];
}

/** How far the page is wider than the window, in pixels. */
export const measureOverflow = (page: Page): Promise<number> =>
  page.evaluate(`(() => {
    const content = document.querySelector('#content');
    return Math.max(
      document.documentElement.scrollWidth - window.innerWidth,
      content ? content.scrollWidth - content.clientWidth : 0,
    );
  })()`) as Promise<number>;
