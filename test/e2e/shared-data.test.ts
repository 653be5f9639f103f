import { newId } from '@congso/domain/office/ids';
import { createTranslator } from '@congso/language/translate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, type Screen, signInAs } from '../support/browser/open-browser.ts';
import { askOverHttp, signIn } from '../support/office/enter-office.ts';
import { OFFICE_NAME, STAFF } from '../support/office/found-office.ts';
import type { Filled } from './pages/fill-office.ts';
import { visit } from './pages/look-at-page.ts';
import { type FilledOffice, openFilledOffice } from './pages/open-filled-office.ts';

// Forms over what others change too, and what is taken out of the page: what a hasty administrator must not spoil.

const say = await createTranslator('vi');
const LOADING = [say('frame.state.loading')];

let opened: FilledOffice;
let browser: Browser;
let filled: Filled;
let url: string;

beforeAll(async () => {
  opened = await openFilledOffice();
  ({ url, filled, browser } = opened);
}, 180_000);

afterAll(() => opened?.close(), 60_000);

async function enter(login: string, prepare?: (page: Page) => Promise<void>): Promise<Screen> {
  const screen = await browser.open(url);
  screen.page.setDefaultTimeout(20_000);
  await prepare?.(screen.page);
  await signInAs(screen, login);
  return screen;
}

/** As behind a proxy that lets no socket through: everything goes over HTTP, where a test can change it. */
async function withoutSocket(page: Page): Promise<void> {
  await page.routeWebSocket(/socket\.io/, (socket) => void socket.close());
  await page.route('**/socket.io/**', (route) => route.abort());
}

it('saving one field puts no old value of another back that somebody else has changed meanwhile', async () => {
  const { page } = await enter('quantri');
  await visit(page, '/administration/office', LOADING);
  const name = page.getByLabel(say('organisation.name'), { exact: true });
  const shortName = page.getByLabel(say('organisation.shortName'));
  await name.fill(`${OFFICE_NAME} mới`);
  const cookie = await signIn(url, 'quantri');
  const before = await askOverHttp(url, cookie, 'organisation.get', {});
  const changed = { ...before, requestId: newId(), shortName: 'Sở NN-MT' };
  await askOverHttp(url, cookie, 'organisation.update', changed);
  await expect.poll(() => shortName.inputValue()).toBe('Sở NN-MT');
  expect(await name.inputValue(), 'what was typed stays').toBe(`${OFFICE_NAME} mới`);
  await page.getByRole('button', { name: say('frame.action.save') }).click();
  await page
    .getByText(say('frame.state.savedOf', { what: '' }))
    .first()
    .waitFor();
  const after = await askOverHttp(url, cookie, 'organisation.get', {});
  expect(after).toMatchObject({ name: `${OFFICE_NAME} mới`, shortName: 'Sở NN-MT' });
});

it('a day off is taken away only when one says so twice', async () => {
  const { page } = await enter('quantri');
  await visit(page, '/administration/holidays', LOADING);
  const remove = page.getByRole('button', { name: new RegExp(`^${say('frame.action.remove')}: `) });
  const before = await remove.count();
  const label = (await remove.first().getAttribute('aria-label')) ?? '';
  await remove.first().click();
  const dialog = page.getByRole('dialog', { name: new RegExp(label.split(': ')[1] ?? '') });
  await dialog.getByRole('button', { name: say('frame.action.cancel') }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await remove.count()).toBe(before);
  await remove.first().click();
  await dialog.getByRole('button', { name: say('frame.action.remove') }).click();
  await page.getByRole('button', { name: label }).waitFor({ state: 'detached' });
});

it('Enter in the field of a new position adds the position, and appoints nobody', async () => {
  const { page } = await enter('quantri');
  await visit(page, '/administration/people', LOADING);
  await page.getByRole('button', { name: say('organisation.action.addPerson') }).click();
  await page.getByLabel(say('organisation.newPosition')).fill('Phó Chánh Văn phòng');
  await page.keyboard.press('Enter');
  const position = page.getByRole('combobox', { name: say('organisation.position'), exact: true });
  await expect.poll(() => position.inputValue()).toBe('Phó Chánh Văn phòng');
});

it('a search among the people is in the address, so that one comes back to it', async () => {
  const { page } = await enter('quantri');
  await visit(page, '/administration/people?text=hoa', LOADING);
  await page.getByRole('link', { name: STAFF.chuyenvien2.name }).click();
  await page.getByRole('heading', { name: STAFF.chuyenvien2.name }).waitFor();
  await page.goBack();
  await page.getByRole('link', { name: STAFF.chuyenvien2.name }).waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('hoa');
  await page.getByRole('link', { name: STAFF.giamdoc.name }).waitFor({ state: 'detached' });
});

it('a theme that could not be kept is not shown as if it were', async () => {
  const { page } = await enter('chuyenvien', withoutSocket);
  const error = { code: 'UNAVAILABLE', message: '' };
  await page.route('**/api/session.setPreferences', (route) => route.fulfill({ status: 503, json: { error } }));
  await visit(page, '/settings', LOADING);
  const chosen = page.getByRole('radiogroup', { name: say('frame.theme.label') }).getByRole('radio', { checked: true });
  const before = await chosen.inputValue();
  await page.getByText(say('frame.theme.dark'), { exact: true }).click();
  await page.getByText(say('errors.UNAVAILABLE')).waitFor();
  await expect.poll(() => chosen.inputValue()).toBe(before);
});

it('copies over plain HTTP too, where the browser has no clipboard for pages', async () => {
  const { page } = await enter('chuyenvien', async (page) => {
    await page.addInitScript({
      content: `Object.defineProperty(window, 'isSecureContext', { value: false });
        Object.defineProperty(navigator, 'clipboard', { value: undefined });`,
    });
  });
  await visit(page, `/chat/${filled.conversation}`, LOADING);
  const message = page.getByRole('article').filter({ hasText: 'số liệu thửa đất' });
  await message.hover();
  await message.getByRole('button', { name: say('chat.messageActions') }).click();
  await page.getByRole('menuitem', { name: say('frame.action.copy') }).click();
  const box = page.getByRole('textbox', { name: STAFF.giamdoc.name });
  await box.focus();
  await page.keyboard.press('Control+v');
  await expect.poll(() => box.inputValue()).toContain('số liệu thửa đất');
});

it('older mail fetched on request is not read out as new', async () => {
  const { page } = await enter('vanthu', withoutSocket);
  await page.route('**/api/mails.list', async (route) => {
    const { cursor, ...input } = route.request().postDataJSON() as { cursor?: string };
    const response = await route.fetch({ postData: JSON.stringify(input) });
    const { items } = (await response.json()) as { items: object[] };
    const older = { ...items[0], id: 'older', subject: 'Thư cũ hơn', receivedAt: '2026-01-05T02:00:00.000Z' };
    await route.fulfill({ response, json: cursor ? { items: [older], next: null } : { items, next: 'more' } });
  });
  await visit(page, '/mail', LOADING);
  await page.getByRole('button', { name: say('frame.action.showMore') }).click();
  await page.getByText('Thư cũ hơn').waitFor();
  const announced = await page.locator('[aria-live=polite]').allTextContents();
  expect(announced.join(' ')).not.toContain(say('mail.arrived', { from: '' }).trim());
});
