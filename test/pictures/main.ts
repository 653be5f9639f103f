/**
 * Takes a picture of every main page of a running demonstration office, on three screens, light and dark: to be looked
 * at beside those of before a change.
 *
 *   bin/start --demo --data DATA
 *   pnpm pictures --url http://127.0.0.1:8080 --accounts DATA/demo-accounts.json --out FOLDER [--only mail,letter]
 *     [--widths 1280,1920,390] [--schemes light,dark] [--language vi]
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createTranslator } from '@congso/language/translate';
import type { Page } from 'playwright-core';
import { readyToLook, visit } from '../e2e/pages/look-at-page.ts';
import { openBrowser, type Screen, signInAs } from '../support/browser/open-browser.ts';
import { LOOKS, type Look } from './looks.ts';

const HEIGHTS: Record<number, number> = { 1280: 800, 1920: 1080, 390: 844 };

const { values } = parseArgs({
  // pnpm hands a lone "--" on.
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:8080' },
    accounts: { type: 'string' },
    out: { type: 'string' },
    only: { type: 'string', default: Object.keys(LOOKS).join() },
    widths: { type: 'string', default: Object.keys(HEIGHTS).join() },
    schemes: { type: 'string', default: 'light,dark' },
    language: { type: 'string', default: 'vi' },
  },
});
const { accounts, out } = values;
if (!accounts || !out) throw new Error('--accounts and --out are needed');
await mkdir(out, { recursive: true });
const [account] = JSON.parse(await readFile(accounts, 'utf8')) as { password: string }[];
if (!account) throw new Error(`${accounts} names nobody`);

const language = values.language === 'en' ? 'en' : 'vi';
const says = await Promise.all([createTranslator('vi'), createTranslator('en')]);
const LOADING = says.map((say) => say('frame.state.loading'));

const browser = await openBrowser(0);
const screens = new Map<string, Screen>();
try {
  const doorway = await browser.open(values.url);
  await doorway.page.goto('/sign-in');
  await doorway.page.locator('button[type=submit]').waitFor();
  await takeAll(doorway.page, 'sign-in');
  for (const name of values.only.split(',')) {
    const look = LOOKS[name];
    if (!look) throw new Error(`no page is called ${name}`);
    const { page } = screens.get(look.login) ?? (await enter(look.login));
    await goTo(page, look);
    await takeAll(page, name);
    process.stdout.write(`${name}\n`);
  }
} finally {
  await browser.close();
}

async function enter(login: string): Promise<Screen> {
  const screen = await browser.open(values.url);
  screens.set(login, screen);
  await signInAs(screen, login, account?.password);
  await readyToLook(screen.page);
  await visit(screen.page, '/settings', LOADING);
  await screen.page.getByText(says[0](`frame.language.${language}`), { exact: true }).click();
  return screen;
}

async function goTo(page: Page, { address, opens }: Look): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await visit(page, address, LOADING);
  if (!opens) return;
  const first = page
    .locator(`#content a[href^="${opens}"]:not([href^="${opens}new"], [href^="${opens}register"])`)
    .first();
  await visit(page, (await first.getAttribute('href')) ?? address, LOADING);
}

async function takeAll(page: Page, name: string): Promise<void> {
  for (const width of values.widths.split(',').map(Number)) {
    await page.setViewportSize({ width, height: HEIGHTS[width] ?? 800 });
    for (const scheme of values.schemes.split(',')) {
      await page.emulateMedia({ colorScheme: scheme === 'dark' ? 'dark' : 'light' });
      await page.waitForTimeout(250); // what is laid out by observers, after the window's new size
      await page.screenshot({ path: join(out ?? '.', `${name}-${width}-${scheme}-${language}.png`) });
    }
  }
}
