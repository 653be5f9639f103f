import { newId } from '@congso/domain/office/ids';
import { createTranslator } from '@congso/language/translate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, openBrowser, signInAs } from '../support/browser/open-browser.ts';
import { enterOffice, leaveOffice } from '../support/office/enter-office.ts';
import { type OfficeOfProcesses, startOffice } from '../support/office/start-office.ts';

// What is left of a person on a computer that the next one sits down at.

const say = await createTranslator('vi');
const PATIENCE_MS = 30_000;

let office: OfficeOfProcesses;
let browser: Browser;
let url: string;

beforeAll(async () => {
  office = await startOffice();
  url = office.urls[0] ?? '';
  browser = await openBrowser(office.inside.clock.now().getTime() - Date.now(), 'whole');
}, 180_000);
afterAll(async () => {
  leaveOffice();
  await browser?.close();
  await office?.close();
}, 60_000);

/** Notes what a page shows that the browser kept and brings back as it was. */
const NOTE_KEPT = `addEventListener('pageshow', ({ persisted }) => {
  if (persisted) sessionStorage.setItem('kept', document.body.innerText);
})`;

it('who presses Back after somebody signed out sees the sign-in and nothing of theirs', async () => {
  const { page } = await browser.open(url);
  page.setDefaultTimeout(PATIENCE_MS);
  await page.addInitScript({ content: NOTE_KEPT });
  await signInAs({ page }, 'planning-officer');
  await page.getByRole('link', { name: say('frame.navigation.settings') }).click();
  await page.getByRole('button', { name: say('account.signOut'), exact: true }).click();
  await page.getByLabel(say('account.login')).waitFor();
  await page.goBack({ waitUntil: 'commit' });
  await page.getByLabel(say('account.login')).waitFor();
  expect((await page.evaluate(`sessionStorage.getItem('kept')`)) ?? '', 'what a kept page showed').toBe('');
  expect(await page.getByRole('navigation').count()).toBe(0);
});

it('a page that the browser kept asks anew who sits there', async () => {
  const { page } = await browser.open(url);
  page.setDefaultTimeout(PATIENCE_MS);
  await page.addInitScript({ content: NOTE_KEPT });
  await signInAs({ page }, 'planning-officer');
  await page.goto('/healthz');
  await page.context().clearCookies();
  await page.goBack({ waitUntil: 'commit' });
  await page.getByLabel(say('account.login')).waitFor();
  expect(await page.evaluate(`sessionStorage.getItem('kept')`), 'the browser kept it').not.toBeNull();
});

it('a page of one person says nothing in the name of another who signed in beside it', async () => {
  const colleague = await enterOffice(url, 'planning-head');
  const members = { name: 'Tổ soạn thảo', memberIds: ['planning-officer'] };
  const { id: conversationId } = await colleague.ask('conversations.createGroup', { requestId: newId(), ...members });
  const { page } = await browser.open(url);
  page.setDefaultTimeout(PATIENCE_MS);
  // As behind a proxy that lets no socket through: what the page asks goes with whatever cookie is there.
  await page.routeWebSocket(/socket\.io/, (socket) => void socket.close());
  await page.route(/socket\.io/, (route) => route.abort());
  await signInAs({ page }, 'planning-officer');
  await page.goto(`/chat/${conversationId}`);
  const field = page.getByRole('textbox', { name: 'Tổ soạn thảo' });
  await field.fill('Tôi viết, không phải trưởng phòng.');
  const [name = '', value = ''] = colleague.cookie.split('=');
  await page.context().addCookies([{ name, value, url, httpOnly: true, sameSite: 'Strict' }]);
  // Not into the field: whatever else the page asks may have made it leave already.
  await page.keyboard.press('Enter');
  await page.getByText(say('account.signedOutElsewhere')).waitFor();
  const { facts } = await colleague.ask('messages.list', { conversationId });
  expect(facts.filter(({ kind }) => kind === 'sent')).toEqual([]);
});

it('on a phone Back puts away what lies over the page, and after the page’s own arrow leads out of what was left', async () => {
  const colleague = await enterOffice(url, 'planning-head');
  const ask = { requestId: newId(), name: 'Tổ trực', memberIds: ['planning-officer'] };
  const { id } = await colleague.ask('conversations.createGroup', ask);
  await colleague.ask('messages.send', { conversationId: id, clientId: newId(), text: 'Mai trực' });
  const { page } = await browser.open(url, 'phone');
  page.setDefaultTimeout(PATIENCE_MS);
  await signInAs({ page }, 'planning-officer');
  const path = () => new URL(page.url()).pathname;
  const back = () => page.evaluate('history.back()');
  const goesTo = (wanted: string) => expect.poll(path, { timeout: PATIENCE_MS }).toBe(wanted);

  // The first page of a tab, where Back would leave the office.
  await page.goto(`/chat/${id}`);
  const dots = page.getByRole('button', { name: say('chat.messageActions') });
  await dots.click();
  const reply = page.getByRole('menuitem', { name: say('chat.action.reply') });
  await reply.waitFor();
  await back();
  await reply.waitFor({ state: 'detached' });
  await goesTo(`/chat/${id}`);

  await page.goto('/more');
  await page.getByRole('button', { name: say('frame.action.search') }).click();
  const search = page.getByRole('dialog', { name: say('frame.findAnything') });
  await search.waitFor();
  await back();
  await search.waitFor({ state: 'detached' });
  await goesTo('/more');

  await page.getByRole('link', { name: say('frame.navigation.chat') }).click();
  await page.getByRole('link', { name: 'Tổ trực' }).click();
  await page.getByRole('button', { name: say('chat.members') }).click();
  await page.getByRole('button', { name: say('chat.action.leave') }).click();
  const leave = page.getByRole('dialog');
  await leave.waitFor();
  await back();
  await leave.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: say('chat.members') }).waitFor();
  await page.getByRole('button', { name: say('frame.action.close') }).click();
  await page.getByRole('textbox', { name: 'Tổ trực' }).waitFor();
  await page.getByRole('link', { name: say('frame.action.back') }).click();
  await goesTo('/chat');
  await back();
  await goesTo('/more');

  // Opened from elsewhere: the list takes its place.
  await page.evaluate(`window.__TSR_ROUTER__.history.push('/chat/${id}')`);
  await page.getByRole('link', { name: say('frame.action.back') }).click();
  await goesTo('/chat');
  await back();
  await goesTo('/more');
});
