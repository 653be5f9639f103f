import { newId } from '@congso/domain/office/ids';
import { createTranslator } from '@congso/language/translate';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Browser, openBrowser, PHONE, type Screen, signInAs } from '../support/browser/open-browser.ts';
import { enterOffice, leaveOffice, type Visitor } from '../support/office/enter-office.ts';
import { type OfficeOfProcesses, startOffice } from '../support/office/start-office.ts';

const say = await createTranslator('vi');
const PATIENCE_MS = 30_000;
/** The part of the page that is loaded when somebody opens it, by its name in a build. */
const partOf = (name: string) => new RegExp(`/assets/${name}-[^/]+\\.js$`);

let office: OfficeOfProcesses;
let browser: Browser;
let url: string;
let screen: Screen;
let page: Page;
let colleague: Visitor;
let group: string;
let isBlocked = false;

beforeAll(async () => {
  office = await startOffice();
  url = office.urls[0] ?? '';
  browser = await openBrowser(office.inside.clock.now().getTime() - Date.now());
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await office?.close();
}, 60_000);
beforeEach(async () => {
  colleague = await enterOffice(url, 'planning-head');
  const members = { name: 'Tổ soạn thảo', memberIds: ['planning-officer'] };
  group = (await colleague.ask('conversations.createGroup', { requestId: newId(), ...members })).id;
  await tell('Mọi người xem giúp bản dự thảo.');
  screen = await browser.open(url);
  page = screen.page;
  page.setDefaultTimeout(PATIENCE_MS);
});
afterEach(async () => {
  leaveOffice();
  await page.context().close();
});

const tell = (text: string) => colleague.insist('messages.send', { conversationId: group, clientId: newId(), text });
const messages = () => page.getByRole('log').getByRole('article');
const texts = async () => (await messages().allInnerTexts()).map((text) => text.split('\n').at(-1));
const soon = (look: () => Promise<unknown>) => expect.poll(look, { timeout: PATIENCE_MS });
const giveTask = async () => {
  const task = { title: 'Lập danh sách', leadId: 'planning-officer', due: null };
  return (await colleague.ask('tasks.create', { requestId: newId(), ...task })).id;
};
const write = async (text: string) => {
  await page.getByRole('textbox', { name: 'Tổ soạn thảo' }).fill(text);
  await page.keyboard.press('Enter');
};
const go = (place: 'tasks' | 'documents') =>
  page
    .getByRole('navigation', { name: say('frame.navigation.label') })
    .getByRole('link', { name: say(`frame.navigation.${place}`) })
    .click();

/** The line is there again, which the browser tells the page. */
async function unblock(): Promise<void> {
  isBlocked = false;
  await page.evaluate(`window.dispatchEvent(new Event('online'))`);
}

/** As behind a proxy that lets no socket through, until it is no longer blocked: everything goes over HTTP. */
async function withoutSocket(): Promise<void> {
  isBlocked = true;
  await page.routeWebSocket(/socket\.io/, (socket) =>
    isBlocked ? void socket.close() : void socket.connectToServer(),
  );
  await page.route(/socket\.io/, (route) => (isBlocked ? route.abort() : route.continue()));
}

it('what was written while the server was away is sent after the tab was closed and the page opened again', async () => {
  await signInAs(screen, 'planning-officer');
  await page.goto(`/chat/${group}`);
  await messages().first().waitFor();
  await office.kill9('server-0');
  await write('Tôi sửa xong mục 2.');
  await write('Còn mục 3.');
  await page.getByText(say('chat.state.waiting')).first().waitFor();
  await screen.picture('lost-line-waiting');
  await screen.picture('lost-line-waiting-phone', PHONE);
  const context = page.context();
  await page.close();
  await office.start('server-0');
  page = await context.newPage();
  // To the front door, not to the conversation: it is sent wherever one is.
  await page.goto('/');
  await soon(said).toEqual([['Mọi người xem giúp bản dự thảo.'], ['Tôi sửa xong mục 2.'], ['Còn mục 3.']]);
  await page.goto(`/chat/${group}`);
  await soon(texts).toEqual((await said()).flat());
  expect(await page.evaluate('Object.keys(localStorage).filter((key) => key.startsWith("congso.queue"))')).toEqual([]);
});

/** Uploads begin and then break, as when a cable is pulled; the rest of the line holds. */
const CONTENT = '**/files/upload/*';
const choose = (name: string, content: string) =>
  page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
const said = async () => {
  const { facts } = await colleague.insist('messages.list', { conversationId: group });
  return facts.flatMap((fact) => (fact.kind === 'sent' ? [[fact.text, ...fact.files.map(({ name }) => name)]] : []));
};

it('a file whose line breaks goes on by itself, and with it the message that waits for it; what is said meanwhile does not', async () => {
  await signInAs(screen, 'planning-officer');
  await page.route(CONTENT, (route) => route.abort('internetdisconnected'));
  await page.goto(`/chat/${group}`);
  await messages().first().waitFor();
  await choose('du-thao.txt', 'Dự thảo');
  await page.getByText(say('files.state.waiting')).waitFor();
  await screen.picture('lost-line-file');
  await write('Dự thảo đây');
  await page.getByText(say('chat.state.waitingForFiles')).waitFor();
  await screen.picture('lost-line-message-with-file');
  await screen.picture('lost-line-message-with-file-phone', PHONE);
  await write('Chờ tôi gửi tệp');
  await soon(said).toEqual([['Mọi người xem giúp bản dự thảo.'], ['Chờ tôi gửi tệp']]);
  await page.unroute(CONTENT);
  await page.evaluate(`window.dispatchEvent(new Event('online'))`);
  await soon(async () => (await said()).at(-1)).toEqual(['Dự thảo đây', 'du-thao.txt']);
});

it('a closed tab loses neither what was half written nor its files, nor the message that waited for one', async () => {
  await signInAs(screen, 'planning-officer');
  const context = page.context();
  await page.route(CONTENT, (route) => route.abort('internetdisconnected'));
  await page.goto(`/chat/${group}`);
  await messages().first().waitFor();
  await choose('bao-cao.txt', 'Báo cáo');
  await page.getByText(say('files.state.waiting')).waitFor();
  await write('Báo cáo đây');
  await page.getByText(say('chat.state.waitingForFiles')).waitFor();
  await choose('phu-luc.txt', 'Phụ lục');
  await soon(() => page.getByText(say('files.state.waiting')).count()).toBe(2);
  await page.getByRole('textbox', { name: 'Tổ soạn thảo' }).fill('Còn phụ lục thì');
  await page.close();

  page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto('/');
  await soon(async () => (await said()).at(-1)).toEqual(['Báo cáo đây', 'bao-cao.txt']);
  await page.goto(`/chat/${group}`);
  await page.getByText(say('files.state.complete')).waitFor();
  expect(await page.getByRole('textbox', { name: 'Tổ soạn thảo' }).inputValue()).toBe('Còn phụ lục thì');
  await page.getByRole('textbox', { name: 'Tổ soạn thảo' }).press('Enter');
  await soon(async () => (await said()).at(-1)).toEqual(['Còn phụ lục thì', 'phu-luc.txt']);
  const address = await page.getByRole('link', { name: /phu-luc/ }).getAttribute('href');
  expect(await (await page.request.get(address ?? '')).text()).toBe('Phụ lục');
});

it('a message sent while only HTTP is there stands after what others said meanwhile', async () => {
  await withoutSocket();
  await signInAs(screen, 'planning-officer');
  await page.goto(`/chat/${group}`);
  await soon(texts).toEqual(['Mọi người xem giúp bản dự thảo.']);
  for (const text of ['Mục 1 xong.', 'Mục 2 xong.']) await tell(text);
  await write('Mục 3 xong.');
  await soon(texts).toEqual(['Mọi người xem giúp bản dự thảo.', 'Mục 1 xong.', 'Mục 2 xong.', 'Mục 3 xong.']);
});

it('a conversation that does not load shows what I write in it, and loads with another try', async () => {
  await withoutSocket();
  await signInAs(screen, 'planning-officer');
  await page.route('**/api/messages.list', (route) => route.abort());
  await page.goto(`/chat/${group}`);
  await page.getByRole('alert').getByText(say('frame.state.unreachable')).waitFor();
  await write('Đã nhận.');
  await page.getByRole('article', { name: 'Đặng Văn Hải' }).getByText('Đã nhận.').waitFor();
  await screen.picture('lost-line-not-loaded');
  await screen.picture('lost-line-not-loaded-phone', PHONE);
  await page.unroute('**/api/messages.list');
  await page.getByRole('button', { name: say('frame.action.retry') }).click();
  await soon(texts).toEqual(['Mọi người xem giúp bản dự thảo.', 'Đã nhận.']);
});

it('a page that does not load leaves the frame, and comes with another try', async () => {
  await withoutSocket();
  await page.route(partOf('tasks-page'), (route) => route.abort());
  await signInAs(screen, 'planning-officer');
  await go('tasks');
  await page.getByRole('alert').getByText(say('frame.state.unreachable')).waitFor();
  await screen.picture('lost-line-page');
  expect(await page.getByText(say('frame.state.updateReady')).count()).toBe(0);
  await page.unroute(partOf('tasks-page'));
  await page.getByRole('button', { name: say('frame.action.retry') }).click();
  await page.getByRole('link', { name: say('tasks.new') }).waitFor();
  expect(screen.loads()).toBe(1);
});

it('a page that is missing on a server which is there asks to be loaded anew', async () => {
  await page.route(partOf('tasks-page'), (route) => route.fulfill({ status: 404 }));
  await signInAs(screen, 'planning-officer');
  await page.getByText(say('frame.state.updateReady')).waitFor();
  await go('tasks');
  await page.getByRole('alert').getByText(say('frame.state.failed')).waitFor();
  expect(screen.loads()).toBe(1);
});

it('what was not opened yet can be opened while the server is away', async () => {
  const ahead = ['documents-page', 'register-page', 'quick-find'].map((part) => page.waitForResponse(partOf(part)));
  await signInAs(screen, 'planning-officer');
  // Here with all that they import.
  for (const part of await Promise.all(ahead)) await page.evaluate(`import('${part.url()}').then(() => null)`);
  await office.kill9('server-0');
  await go('documents');
  await page.getByRole('heading', { name: say('frame.navigation.documents') }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await screen.picture('lost-line-find');
  expect(screen.loads()).toBe(1);
  await office.start('server-0');
});

it('what was open stays readable when it cannot be fetched again', async () => {
  const taskId = await giveTask();
  await withoutSocket();
  await signInAs(screen, 'planning-officer');
  await page.goto(`/tasks/${taskId}`);
  const accept = page.getByRole('button', { name: say('tasks.action.accept') });
  await accept.waitFor();
  await page.evaluate(`new MutationObserver(() => {
    if (document.querySelector('#content [role=alert]')) window.wasReplaced = true;
  }).observe(document.body, { subtree: true, childList: true })`);
  let failures = 0;
  await page.route('**/api/tasks.get', (route) => {
    failures += 1;
    return route.abort();
  });
  await accept.click();
  // Silence is worth three more tries; after the last one the page has its error.
  await soon(async () => failures).toBe(4);
  await page.getByRole('status').getByText(say('frame.state.notUpdated')).waitFor();
  await screen.picture('lost-line-not-updated');
  await screen.picture('lost-line-not-updated-phone', PHONE);
  await page.unroute('**/api/tasks.get');
  await unblock();
  await accept.waitFor({ state: 'detached' });
  expect(await page.evaluate('window.wasReplaced')).toBeUndefined();
  await page.getByRole('heading', { name: 'Lập danh sách' }).waitFor();
  await page.getByText(say('frame.state.notUpdated')).waitFor({ state: 'detached' });
});

it('what could not be loaded comes by itself when the line is back', async () => {
  const taskId = await giveTask();
  await withoutSocket();
  await signInAs(screen, 'planning-officer');
  await page.route('**/api/tasks.get', (route) => route.abort());
  await page.goto(`/tasks/${taskId}`);
  await page.getByRole('alert').getByText(say('frame.state.unreachable')).waitFor();
  await page.unroute('**/api/tasks.get');
  await unblock();
  await page.getByRole('heading', { name: 'Lập danh sách' }).waitFor();
});

it('what changed before the page first heard from the office is shown once it hears', async () => {
  const taskId = await giveTask();
  await withoutSocket();
  await page.route('**/api/sync.pull', (route) => route.abort());
  await signInAs(screen, 'planning-officer');
  await page.goto(`/tasks/${taskId}`);
  await page.getByRole('button', { name: say('tasks.action.accept') }).waitFor();
  await colleague.insist('tasks.cancel', { requestId: newId(), taskId, reason: 'Không cần nữa' });
  await page.unroute('**/api/sync.pull');
  await unblock();
  await page.getByText(say('tasks.state.cancelled')).first().waitFor();
});

it('a further page of a list that does not come says so at its button, and comes with another try', async () => {
  await giveTask();
  await withoutSocket();
  let isAway = true;
  await page.route('**/api/tasks.list', async (route) => {
    const { cursor } = route.request().postDataJSON() as { cursor?: string };
    if (cursor === undefined) {
      const answer = await route.fetch();
      return route.fulfill({ response: answer, json: { ...(await answer.json()), next: 'second-page' } });
    }
    return isAway ? route.abort() : route.fulfill({ json: { items: [], next: null } });
  });
  await signInAs(screen, 'planning-officer');
  await page.goto('/tasks');
  await page.getByRole('button', { name: say('frame.action.showMore') }).click();
  await page
    .getByRole('alert')
    .filter({ hasText: say('frame.state.unreachable') })
    .waitFor();
  await screen.picture('lost-line-more');
  expect(await page.getByText(say('frame.state.notUpdated')).count()).toBe(0);
  await page
    .getByRole('link', { name: /^Lập danh sách/ })
    .first()
    .waitFor();
  isAway = false;
  const retry = page.getByRole('button', { name: say('frame.action.retry') });
  await retry.click();
  await retry.waitFor({ state: 'detached' });
});

it('whose names did not come are not called gone, and whom one looks for is not called unknown', async () => {
  await giveTask();
  await withoutSocket();
  for (const asked of ['people.list', 'people.get', 'units.list']) {
    await page.route(`**/api/${asked}`, (route) => route.abort());
  }
  await signInAs(screen, 'planning-officer');
  await page.goto('/tasks/new');
  await page.getByRole('combobox', { name: say('tasks.lead') }).fill('Hoa');
  // Silence is worth three more tries.
  await page
    .getByRole('listbox')
    .or(page.getByText(say('frame.state.unreachable')))
    .first()
    .waitFor();
  await page.getByText(say('frame.state.unreachable')).first().waitFor();
  expect(await page.getByText(say('people.noneFound')).count()).toBe(0);
  expect(await page.getByText(say('people.unknown')).count()).toBe(0);
});
