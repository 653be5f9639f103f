import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { PASSWORD } from '../office/start-office.ts';

/**
 * Debian's Chromium, whole as a person has it, and the same without the frame around the page. The latter takes a third
 * less of the processor, but keeps no page that was left.
 */
const CHROMIUM = { whole: '/usr/bin/chromium', frameless: '/usr/bin/chromium-headless-shell' };
const OPTIONS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

/** Where a picture of each step is kept, when somebody wants to look at them. */
const PICTURES = process.env.E2E_PICTURES;

/** Somebody's screen: a browser context of its own, with one page. */
export type Screen = {
  readonly page: Page;
  /** How often the page was loaded as a whole. */
  loads(): number;
  /** What the console said in anger, and what nobody caught. */
  readonly errors: readonly string[];
  /** Keeps a picture, where pictures are wanted. */
  picture(name: string, viewport?: typeof DESKTOP): Promise<void>;
};

export type Browser = {
  open(url: string, device?: 'desk' | 'phone'): Promise<Screen>;
  close(): Promise<void>;
};

/** @param aheadMs how much later than the machine it is in the office, and so in the pages */
export async function openBrowser(aheadMs: number, kind: keyof typeof CHROMIUM = 'frameless'): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: CHROMIUM[kind],
    args: OPTIONS,
    // A person's browser keeps the pages that were left, and Back shows them as they were.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    headless: true,
  });
  return {
    open: async (url, device = 'desk') => {
      const context = await browser.newContext({
        baseURL: url,
        ...(device === 'phone' ? { viewport: PHONE, isMobile: true, hasTouch: true } : { viewport: DESKTOP }),
        locale: 'vi',
        timezoneId: 'America/St_Johns', // not the office's: its days must not depend on where a screen stands
        reducedMotion: 'reduce',
      });
      await context.addInitScript({ content: clockAhead(aheadMs) });
      return openScreen(context);
    },
    close: () => browser.close(),
  };
}

/** A script of the page (as text: a function of ours would be changed on the way), as `clock-ahead.mjs` is for processes. */
const clockAhead = (aheadMs: number) => `{
  const RealDate = Date;
  const now = () => RealDate.now() + ${aheadMs};
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
}`;

async function openScreen(context: BrowserContext): Promise<Screen> {
  const page = await context.newPage();
  const errors: string[] = [];
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  return {
    page,
    loads: () => loads,
    errors,
    picture: async (name, viewport) => {
      if (!PICTURES) return;
      const before = page.viewportSize();
      if (viewport) await page.setViewportSize(viewport);
      await page.screenshot({ path: join(PICTURES, `${name}.png`) });
      if (viewport && before) await page.setViewportSize(before);
    },
  };
}

/** Signs in at the form, as a person does, and waits for the front door. */
export async function signInAs({ page }: Pick<Screen, 'page'>, login: string, password = PASSWORD): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('input[autocomplete=username]').fill(login);
  await page.locator('input[autocomplete=current-password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.getByRole('navigation').waitFor();
}
