import { makeLetterMail } from '@congso/demo/letters/make-letter-mail';
import { mails } from '@congso/domain/mail/mail-model';
import { newId } from '@congso/domain/office/ids';
import { createTranslator } from '@congso/language/translate';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Browser, PHONE, type Screen, signInAs } from '../support/browser/open-browser.ts';
import { printPage } from '../support/browser/print-page.ts';
import { askOverHttp, signIn } from '../support/office/enter-office.ts';
import { REGISTRY, STAFF, UNITS } from '../support/office/found-office.ts';
import { sendRawMail } from '../support/smtp/talk-smtp.ts';
import { LETTER } from './letter/signed-letter.ts';
import { isFocused } from './pages/careful-page.ts';
import type { Filled } from './pages/fill-office.ts';
import { visit } from './pages/look-at-page.ts';
import { type FilledOffice, openFilledOffice } from './pages/open-filled-office.ts';

// What only a browser shows of somebody in a hurry: on a slow line, on a phone, with the keyboard alone, elsewhere.
// long because: every test walks through the same office, which takes longer to fill than all of them take.

const say = await createTranslator('vi');
const LOADING = [say('frame.state.loading')];

let opened: FilledOffice;
let office: FilledOffice['office'];
let browser: Browser;
let filled: Filled;
let url: string;

beforeAll(async () => {
  opened = await openFilledOffice();
  ({ office, url, filled, browser } = opened);
}, 180_000);

afterAll(() => opened?.close(), 60_000);

type Prepare = (page: Page) => Promise<void>;
async function enter(login: string, prepare?: Prepare, device?: 'phone'): Promise<Screen> {
  const screen = await browser.open(url, device);
  screen.page.setDefaultTimeout(20_000);
  await prepare?.(screen.page);
  await signInAs(screen, login);
  return screen;
}

/** As behind a proxy that lets no socket through: everything goes over HTTP, where a test can hold it. */
async function withoutSocket(page: Page): Promise<void> {
  await page.routeWebSocket(/socket\.io/, (socket) => void socket.close());
  await page.route('**/socket.io/**', (route) => route.abort());
}

const press = (page: Page, event: 'beforeprint' | 'afterprint') =>
  page.evaluate(`window.dispatchEvent(new Event('${event}'))`);

it('Ctrl+P prints no register that lacks rows', async () => {
  const { page } = await enter('vanthu', withoutSocket);
  const withMore = async (route: Route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...((await response.json()) as object), next: '2026-03-01_1' } });
  };
  await page.route('**/api/documents.list', withMore);
  await visit(page, '/documents/register', LOADING);
  const paper = page.locator('.printed-register');
  await press(page, 'beforeprint');
  expect(await paper.getByRole('row').count()).toBe(0);
  expect(await paper.textContent()).toContain(say('documents.print.incomplete'));
  await press(page, 'afterprint');

  await page.unroute('**/api/documents.list');
  await visit(page, '/', LOADING);
  await visit(page, '/documents/register?text=dia%20chinh', LOADING);
  await press(page, 'beforeprint');
  expect(await paper.locator('tbody tr').count()).toBe(1);
  await press(page, 'afterprint');

  // Another filter on a slow line: what stands there still are the rows of the one before.
  let release = () => {};
  await page.route('**/api/documents.list', async (route) => {
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    await route.continue();
  });
  await page.evaluate(`window.__TSR_ROUTER__.history.push('/documents/register?text=nothing')`);
  await vi.waitUntil(() => page.url().includes('nothing'));
  await press(page, 'beforeprint');
  expect(await paper.getByRole('row').count()).toBe(0);
  await press(page, 'afterprint');
  release();
});

it('the register on paper breaks no date, number or word, and counts its pages', async () => {
  const cookie = await signIn(url, 'vanthu');
  for (let number = 1; number <= 24; number += 1) {
    await askOverHttp(url, cookie, 'documents.registerPaper', {
      requestId: newId(),
      fields: {
        issuer: 'Ban Chỉ huy Phòng thủ dân sự và Phòng, chống thiên tai tỉnh Lam Sơn',
        codeNumber: String(2_000 + number),
        codeNotation: 'BCHPTDS-PCTT',
        // With the widest of figures.
        issuedDate: `2026-02-${String((number % 20) + 8).padStart(2, '0')}`,
        documentType: 'official-dispatch',
        subject: 'Chủ động ứng phó với mưa lớn và nguy cơ lũ quét, sạt lở đất tại các xã vùng cao phía Bắc của tỉnh',
        urgency: 'normal',
        note: 'Bản giấy, 12 trang, kèm 3 phụ lục',
      },
    });
  }
  const { page } = await enter('vanthu');
  await visit(page, '/documents/register', LOADING);
  const { pages } = await printPage(page);
  expect(pages.length).toBeGreaterThan(1);
  for (const [at, text] of pages.entries()) expect(text).toMatch(new RegExp(`Trang ${at + 1} ?/ ?${pages.length}\\b`));

  await press(page, 'beforeprint');
  const cells = await page.locator('.printed-register [data-column]').allTextContents();
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 1047, height: 800 }); // 277 mm, what the margins leave of A4
  const tooNarrow = `[...document.querySelectorAll('.printed-register :is(td, th)')]
    .filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent)`;
  expect(await page.evaluate(tooNarrow)).toEqual([]);
  await press(page, 'afterprint');
  expect(cells.filter((cell) => /^\d\d\/\d\d\/\d{4}$/.test(cell)).length, 'dates').toBeGreaterThan(50);
  const printed = new Set(pages.join(' ').split(/\s+/));
  // A line may end after a hyphen of a letter's number, and nowhere else within it.
  const pieces = cells.flatMap((cell) => cell.split(/\s+|(?<=[^\s-]-)/)).filter(Boolean);
  const joined = [...printed].join(' ');
  expect(pieces.filter((piece) => !joined.includes(piece))).toEqual([]);
});

it('a head reads the mail of the unit, and is offered nothing that would be refused', async () => {
  const cookie = await signIn(url, 'quantri');
  const { units } = await askOverHttp(url, cookie, 'units.list', {});
  const land = units.find(({ name }) => name === UNITS.land.name);
  if (!land) throw new Error('no unit');
  const { id: unitId, name, code, parentId, order } = land;
  const changed = { requestId: newId(), unitId, name, code, parentId, order, mailbox: 'datdai' };
  await askOverHttp(url, cookie, 'units.update', changed);
  const to = `datdai@${REGISTRY.split('@')[1]}`;
  const content = { ...LETTER, subject: 'Xin ý kiến về bản đồ', code: '81/SNN-ĐĐ' };
  const sender = { name: 'UBND tỉnh Lam Sơn', domain: 'ubnd.lamson.example' };
  const raw = await makeLetterMail({ content, sender, to, sentAt: office.inside.clock.now(), key: 'unit-letter' });
  await vi.waitUntil(
    async () => {
      // The gateway learns of the address by and by.
      await sendRawMail(office.smtpPort(), { from: 'vanthu@ubnd.lamson.example', to: [to], raw }).catch(() => null);
      return mails.of(office.inside).findOne({ recipient: to, state: 'proposed' }).lean();
    },
    { timeout: 40_000, interval: 1_000 },
  );

  const { page } = await enter('truongphong');
  const mail = (screen: Page) =>
    screen.getByRole('navigation').getByRole('link', { name: say('frame.navigation.mail') });
  await mail(page).click();
  await page
    .getByRole('link', { name: /Xin ý kiến về bản đồ/ })
    .first()
    .click();
  await page.getByRole('heading', { name: /Xin ý kiến về bản đồ/ }).waitFor();
  await page.getByText(say('mail.clerksDecide')).waitFor();
  expect(await page.getByRole('button', { name: say('mail.registerKey') }).count()).toBe(0);
  expect(await page.getByRole('button', { name: say('mail.otherDecision') }).count()).toBe(0);

  const { page: other } = await enter('thuyloi');
  await other
    .getByRole('navigation')
    .getByRole('link', { name: say('frame.navigation.tasks') })
    .waitFor();
  expect(await mail(other).count(), 'a unit without a mailbox receives none').toBe(0);
});

it('Enter in the search opens what was asked for, not what was found for less of it', async () => {
  const { page } = await enter('giamdoc', withoutSocket);
  let isHeld = false;
  let release = () => {};
  let isAsked = () => {};
  const asked = new Promise<void>((resolve) => {
    isAsked = resolve;
  });
  await page.route('**/api/search.find', async (route) => {
    if (isHeld) {
      isAsked();
      await new Promise<void>((resolve) => {
        release = resolve;
      });
    }
    await route.continue();
  });
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: say('frame.findAnything') });
  await field.fill('van');
  await page.getByRole('option', { name: new RegExp(STAFF.chuyenvien.name) }).waitFor();
  isHeld = true;
  await field.fill(STAFF.thuyloi.name);
  await page.keyboard.press('Enter');
  expect(await field.isVisible(), 'nothing was opened').toBe(true);
  await asked;
  isHeld = false;
  release();
  await page.getByRole('option', { name: new RegExp(STAFF.chuyenvien.name) }).waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: STAFF.thuyloi.name }).waitFor();
});

it('a search that failed says so, also where a place of the frame matches', async () => {
  const { page } = await enter('giamdoc', withoutSocket);
  const error = { code: 'UNAVAILABLE', message: '' };
  await page.route('**/api/search.find', (route) => route.fulfill({ status: 503, json: { error } }));
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: say('frame.findAnything') }).fill('thong bao');
  await page.getByRole('option', { name: say('frame.navigation.notices'), exact: true }).waitFor();
  await page.getByText(say('errors.UNAVAILABLE')).waitFor();
});

it('a double click gives a task once, and says so once', async () => {
  const { page } = await enter('giamdoc', withoutSocket);
  await visit(page, '/tasks/new', LOADING);
  await page.getByLabel(say('tasks.title')).fill('Báo cáo nhanh thiệt hại do mưa');
  await page.getByRole('combobox', { name: say('tasks.lead') }).fill(STAFF.chuyenvien.name);
  await page.getByRole('option', { name: new RegExp(STAFF.chuyenvien.name) }).click();
  let asked = 0;
  await page.route('**/api/tasks.create', async (route) => {
    asked += 1;
    await route.continue();
  });
  // Both clicks before the page could show that the first one was heard.
  const give = page.getByRole('main').getByRole('button', { name: say('tasks.action.assign'), exact: true });
  await give.evaluate((button: { click: () => void }) => {
    button.click();
    button.click();
  });
  await page.getByRole('heading', { name: 'Báo cáo nhanh thiệt hại do mưa' }).waitFor();
  await page.getByRole('alert').first().waitFor();
  expect(await page.getByRole('alert').count()).toBe(1);
  expect(asked).toBe(1);
});

it('one searches on a phone, too', async () => {
  const { page } = await enter('giamdoc');
  await page.setViewportSize(PHONE);
  await page.getByRole('link', { name: say('frame.navigation.more') }).click();
  await page
    .getByRole('main')
    .getByRole('button', { name: say('frame.action.search') })
    .click();
  await page.getByRole('combobox', { name: say('frame.findAnything') }).waitFor();
});

it('the tab tells from the background how much waits', async () => {
  const { page } = await enter('chuyenvien2');
  await visit(page, '/notices', LOADING);
  expect(await page.title()).toBe(`${say('frame.navigation.notices')} · Congso`);
  const cookie = await signIn(url, 'giamdoc');
  const direct = { requestId: newId(), personId: (await findPerson('chuyenvien2')).id };
  const { id } = await askOverHttp(url, cookie, 'conversations.openDirect', direct);
  await askOverHttp(url, cookie, 'messages.send', {
    conversationId: id,
    clientId: newId(),
    text: 'Chị lên phòng tôi.',
  });
  await expect.poll(() => page.title()).toBe(`(1) ${say('frame.navigation.notices')} · Congso`);
  await visit(page, '/documents', LOADING);
  await expect.poll(() => page.title()).toMatch(/^\(1\) /);
  await visit(page, `/chat/${id}`, LOADING);
  await expect.poll(() => page.title(), { message: 'read, nothing waits' }).not.toMatch(/^\(/);
});

async function findPerson(login: keyof typeof STAFF) {
  const { items } = await askOverHttp(url, await signIn(url, 'quantri'), 'people.list', { text: STAFF[login].name });
  const [person] = items;
  if (!person) throw new Error(`no ${login}`);
  return person;
}

it('on a phone Enter begins a new line, and the button sends', async () => {
  const { page } = await enter('chuyenvien', undefined, 'phone');
  await visit(page, `/chat/${filled.conversation}`, LOADING);
  const box = page.getByRole('textbox', { name: STAFF.giamdoc.name });
  await box.pressSequentially('Dòng một\nDòng hai');
  expect(await box.inputValue()).toBe('Dòng một\nDòng hai');
  await page.getByRole('button', { name: say('frame.action.send') }).click();
  await page.getByRole('article').filter({ hasText: 'Dòng hai' }).waitFor();
  expect(await box.inputValue()).toBe('');
});

it('with the keyboard alone on a narrow screen, the focus goes into what was opened and back to its row', async () => {
  const { page } = await enter('vanthu');
  const walk = async (list: string, region: string, name: RegExp) => {
    await visit(page, list, LOADING);
    const row = page.getByRole('region', { name: region }).getByRole('link', { name }).first();
    await row.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name }).first().waitFor();
    const isLost = () => page.evaluate('document.activeElement === document.body');
    await expect.poll(isLost, { message: 'the focus is in what was opened' }).toBe(false);
    const back = page.getByRole('link', { name: say('frame.action.back') }).first();
    await back.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => isFocused(row), { message: 'the focus is on the row again' }).toBe(true);
  };
  await walk('/mail', say('mail.mail'), /./);
  await page.setViewportSize(PHONE);
  await walk('/documents?box=mine', say('documents.documents'), /địa chính/);
});

it('a question asked again keeps the reason typed before for the same thing, and not the refusal of another', async () => {
  const { page } = await enter('giamdoc');
  await visit(page, `/notices/${filled.notice}`, LOADING);
  const ask = () => page.getByRole('button', { name: say('notices.action.withdraw') }).click();
  await ask();
  const reason = page.getByRole('dialog').getByLabel(say('notices.withdrawReason'));
  await reason.fill('Nhầm ngày');
  await page.keyboard.press('Escape');
  await ask();
  expect(await reason.inputValue()).toBe('Nhầm ngày');

  const { page: admin } = await enter('quantri');
  await visit(admin, '/administration/units', LOADING);
  const close = (unit: string) =>
    admin.getByRole('button', { name: `${say('organisation.action.closeUnit')}: ${unit}` }).click();
  await close(UNITS.land.name);
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('button', { name: say('organisation.action.closeUnit') }).click();
  await dialog.getByRole('alert').waitFor();
  await admin.keyboard.press('Escape');
  await close(UNITS.water.name);
  await dialog.getByText(UNITS.water.name).waitFor();
  expect(await dialog.getByRole('alert').count()).toBe(0);
});

it('a page whose language does not come says so in both languages, and opens when it is loaded again', async () => {
  const { page } = await browser.open(url);
  await page.route(/\/assets\/vi-[^/]+\.js/, (route) => route.abort());
  await page.goto('/sign-in');
  await page.getByText('could not be opened').waitFor();
  await page.getByText('không mở được').waitFor();
  await page.unroute(/\/assets\/vi-[^/]+\.js/);
  await page.getByRole('link', { name: /Reload/ }).click();
  await page.locator('button[type=submit]').waitFor();
});

it('a browser that keeps nothing still opens the page', async () => {
  const { page } = await browser.open(url);
  await page.addInitScript({ content: `Storage.prototype.setItem = () => { throw new DOMException('full'); };` });
  await page.goto('/sign-in');
  await page.locator('button[type=submit]').waitFor();
  expect(await (await fetch(`${url}/`)).text()).toContain('<noscript>');
});

it('a thousand people are a list like any other: only those in sight are in the page, and one finds the last', async () => {
  const { page } = await enter('giamdoc', async (page) => {
    await withoutSocket(page);
    await page.route('**/api/people.list', async (route) => {
      const response = await route.fetch();
      const { items } = (await response.json()) as { items: { id: string; given: string }[] };
      const [first] = items;
      const many = Array.from({ length: 1_000 }, (_, n) => ({ ...first, id: `many-${n}`, given: `Vạn ${n}` }));
      await route.fulfill({ response, json: { items: [...items, ...many], next: null } });
    });
  });
  await page.route('**/api/notices.tally', async (route) => {
    const response = await route.fetch();
    const { units, ...tally } = (await response.json()) as { units: object[] };
    const waitingIds = Array.from({ length: 1_000 }, (_, n) => `many-${n}`);
    const crowd = { ...units[0], waitingIds, audience: 1_000 };
    await route.fulfill({ response, json: { ...tally, units: [crowd] } });
  });
  await visit(page, '/directory', LOADING);
  const people = page.getByRole('region', { name: say('people.directory') }).getByRole('link');
  await people.first().waitFor();
  expect(await people.count()).toBeLessThan(60);
  await page.getByRole('searchbox').fill('vạn 999');
  await page.getByRole('link', { name: /Vạn 999/ }).waitFor();

  await visit(page, `/notices/${filled.notice}`, LOADING);
  await page.getByRole('button', { name: say('notices.waitingCount', { count: 1_000 }) }).click();
  const waiting = page.getByRole('article').getByRole('listitem').filter({ hasText: 'Vạn' });
  await waiting.first().waitFor();
  expect(await waiting.count()).toBeLessThan(100);
});
