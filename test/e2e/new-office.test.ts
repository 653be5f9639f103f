import { makeFoundingAddress } from '@congso/domain/organisation/founding/make-founding-address';
import { createTranslator } from '@congso/language/translate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, openBrowser, PHONE, signInAs } from '../support/browser/open-browser.ts';
import { type OfficeOfProcesses, PASSWORD, startOffice } from '../support/office/start-office.ts';
import { listViolations, measureOverflow, readyToLook } from './pages/look-at-page.ts';

const say = await createTranslator('vi');

let office: OfficeOfProcesses;
let browser: Browser;

beforeAll(async () => {
  office = await startOffice({ isFounded: false });
  browser = await openBrowser(office.inside.clock.now().getTime() - Date.now());
}, 180_000);
afterAll(async () => {
  await browser?.close();
  expect(office.crashes).toEqual([]);
  await office?.close();
}, 60_000);

it('who founds an office is led on to its units and its people, until somebody else is there', async () => {
  const address = await makeFoundingAddress(office.inside);
  if (!('token' in address)) throw new Error('somebody founded it before');
  const screen = await browser.open(office.urls[0] ?? '');
  const { page } = screen;
  await page.goto(`/founding#${address.token}`);
  const field = (name: string) => page.getByLabel(name, { exact: true });
  await field(say('account.founding.officeName')).fill('Sở Xây dựng tỉnh Lam Sơn');
  await field(say('account.founding.mailDomain')).fill('sxd.lamson.example');
  await field(say('people.familyMiddle')).fill('Phạm Quang');
  await field(say('people.given')).fill('Minh');
  await field(say('account.login')).fill('minh');
  for (const password of await page.locator('input[type=password]').all()) await password.fill(PASSWORD);
  await page.getByRole('button', { name: say('account.founding.submit') }).click();
  await page.waitForURL('**/sign-in');

  await signInAs(screen, 'minh');
  await page.getByText(say('today.firstSteps.title')).waitFor();
  await readyToLook(page);
  await screen.picture('new-office');
  await screen.picture('new-office-phone', PHONE);
  await page.setViewportSize(PHONE);
  expect([...(await listViolations(page)), await measureOverflow(page)]).toEqual([0]);

  await page.getByRole('link', { name: say('today.firstSteps.people') }).click();
  await page.getByRole('button', { name: say('organisation.action.addPerson') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('people.familyMiddle')).fill('Lê Thị');
  await dialog.getByLabel(say('people.given'), { exact: true }).fill('Cúc');
  await dialog.getByLabel(say('account.login')).fill('cuc');
  for (const [label, option] of [
    [say('organisation.unit'), 'Sở Xây dựng tỉnh Lam Sơn'],
    [say('organisation.position'), 'Văn thư'],
  ] as const) {
    await dialog.getByRole('combobox', { name: label, exact: true }).click();
    await page.getByRole('option', { name: option }).click();
  }
  await dialog.locator('button[type=submit]').click();
  await page.getByText(say('people.temporaryPassword')).waitFor();
  await page.goto('/');
  await page.getByText(say('today.empty')).waitFor();
  expect(await page.getByText(say('today.firstSteps.title')).count()).toBe(0);
  expect(screen.errors).toEqual([]);
}, 120_000);
