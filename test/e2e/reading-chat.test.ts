import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LIMITS } from '@congso/contract/limits';
import { files } from '@congso/domain/files/file-model';
import { facts } from '@congso/domain/messages/fact-model';
import { newId } from '@congso/domain/office/ids';
import { createTranslator } from '@congso/language/translate';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Browser, openBrowser, PHONE, type Screen, signInAs } from '../support/browser/open-browser.ts';
import { askOverHttp, enterOffice, leaveOffice, signIn, type Visitor } from '../support/office/enter-office.ts';
import { type OfficeOfProcesses, startOffice } from '../support/office/start-office.ts';
import { isFocused } from './pages/careful-page.ts';

const say = await createTranslator('vi');
const PATIENCE_MS = 30_000;
const NAMES = ['Tổ soạn thảo', 'Tổ thẩm định'] as const;

let office: OfficeOfProcesses;
let browser: Browser;
let screen: Screen;
let page: Page;
let colleague: Visitor;
let groups: string[];
let cookie: string;

beforeAll(async () => {
  office = await startOffice();
  cookie = await signIn(office.urls[0] ?? '', 'planning-officer');
  browser = await openBrowser(office.inside.clock.now().getTime() - Date.now());
}, 180_000);
afterAll(async () => {
  await browser?.close();
  expect(office.crashes).toEqual([]);
  await office?.close();
}, 60_000);
beforeEach(async () => {
  const url = office.urls[0] ?? '';
  colleague = await enterOffice(url, 'planning-head');
  groups = [];
  for (const name of NAMES) {
    const group = { requestId: newId(), name: `${name} ${newId().slice(0, 4)}`, memberIds: ['planning-officer'] };
    groups.push((await colleague.ask('conversations.createGroup', group)).id);
  }
  screen = await browser.open(url);
  page = screen.page;
  page.setDefaultTimeout(PATIENCE_MS);
  await signInAs(screen, 'planning-officer');
});
afterEach(async () => {
  leaveOffice();
  await page.context().close();
});

const tell = (text: string, conversationId = groups[0] ?? '') =>
  colleague.ask('messages.send', { conversationId, clientId: newId(), text });
const tellMany = async (count: number) => {
  for (let n = 1; n <= count; n += 1) await tell(`Dòng ${n}`);
};
const open = async (index: number, search = '') => {
  await page.evaluate(`window.__TSR_ROUTER__.history.push('/chat/${groups[index]}${search}')`);
  await box(index).waitFor();
};
const box = (index: number) => page.getByRole('textbox', { name: NAMES[index] ?? '' });
const article = (text: string) => page.getByRole('article').filter({ hasText: new RegExp(`${text}$`) });
const soon = (look: () => Promise<unknown>) => expect.poll(look, { timeout: PATIENCE_MS });
/** Headless pages are always looked at; this one says that its tab is hidden, or its window behind another one. */
const look = (state: 'hidden' | 'behind' | 'visible') =>
  page.evaluate(`Object.defineProperty(document, 'visibilityState', { value: '${state === 'hidden' ? 'hidden' : 'visible'}', configurable: true });
    document.hasFocus = () => ${state === 'visible'};
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('${state === 'visible' ? 'focus' : 'blur'}'))`);
/** The page marks as read after a pause: a timer that is set later and lasts longer is over after that. */
const pausesAreOver = () => page.evaluate(`new Promise((resolve) => setTimeout(resolve, 500))`);
const scrolledTo = () => page.getByRole('log').evaluate((list) => list.scrollTop);
const listed = async () => {
  const { conversations } = await askOverHttp(office.urls[0] ?? '', cookie, 'conversations.list', {});
  return conversations.find(({ id }) => id === groups[0]) ?? { unread: null };
};

it('one can write at once where a conversation is opened', async () => {
  await open(0);
  await page.keyboard.type('Chào mọi người');
  await page.keyboard.press('Enter');
  await article('Chào mọi người').waitFor();
  await open(1);
  await soon(() => box(1).and(page.locator(':focus')).count()).toBe(1);
});

it('one comes in at the very end, also where the conversation begins not far above', async () => {
  await tellMany(14);
  await open(0);
  await article('Dòng 14').waitFor();
  const log = page.getByRole('log');
  await soon(() => log.evaluate((list) => list.scrollHeight - list.clientHeight - list.scrollTop)).toBeLessThan(2);
  expect(await log.evaluate((list) => list.scrollTop), 'it does not fit into the window').toBeGreaterThan(0);
});

it('a message that was refused leaves the reader where they read', async () => {
  await tell('Đã đọc');
  await open(0);
  await soon(async () => (await listed()).unread).toBe(0);
  await open(1);
  await tellMany(60);
  const refused = { clientId: newId(), authorId: 'planning-officer', text: 'bị từ chối', files: [], replyTo: null };
  const left = { ...refused, at: new Date().toISOString(), state: 'failed', reason: 'NOT_FOUND' };
  const key = `congso.queue/planning-officer/${groups[0]}/${left.clientId}`;
  await page.evaluate(`localStorage.setItem(${JSON.stringify(key)}, ${JSON.stringify(JSON.stringify(left))})`);
  await page.goto(`/chat/${groups[0]}`);
  // One comes in at the first unread message; the refused one is at the end.
  await article('Dòng 1').waitFor();
  await page.getByRole('button', { name: say('chat.action.jumpToNewest') }).waitFor();
  const top = await scrolledTo();
  await tell('Dòng 61');
  const toEnd = page.getByRole('button', { name: say('chat.newMessages', { count: 1 }) });
  await toEnd.waitFor();
  expect(await scrolledTo()).toBe(top);
  await toEnd.click();
  await page.getByRole('article', { name: say('chat.messageOfMine', { state: say('chat.state.failed') }) }).waitFor();
  await toEnd.waitFor({ state: 'detached' });
  await screen.picture('chat-refused');
  await screen.picture('chat-refused-phone', PHONE);
});

it('what came while the tab was hidden begins at a divider', async () => {
  await tell('Đã đọc');
  await open(0);
  await article('Đã đọc').waitFor();
  await look('hidden');
  await tellMany(60);
  await article('Dòng 60').waitFor();
  await look('visible');
  const divider = page.getByText(say('chat.unreadDivider'), { exact: true });
  await soon(() => divider.isVisible()).toBe(true);
  expect(await page.getByRole('log').allInnerTexts()).toEqual([expect.stringMatching(/Đã đọc\s+Chưa đọc\s/)]);
  await screen.picture('chat-divider');
  await screen.picture('chat-divider-phone', PHONE);
});

it('what arrives in a window behind another one is not read until somebody looks, nor is a notice opened there', async () => {
  await tell('Đã đọc');
  await open(0);
  await soon(async () => (await listed()).unread).toBe(0);
  await look('behind');
  await tellMany(3);
  await article('Dòng 3').waitFor();
  const url = office.urls[0] ?? '';
  const scope = { everyone: false, unitIds: [], personIds: ['planning-officer'] };
  const told = { title: 'Họp giao ban', body: 'Mời dự.', scope, mustAcknowledge: false, acknowledgeBy: null };
  const { id: noticeId } = await colleague.ask('notices.publish', { requestId: newId(), ...told });
  await page.evaluate(`window.__TSR_ROUTER__.history.push('/notices/${noticeId}')`);
  await page.getByText('Mời dự.').waitFor();
  const seenAt = async () => (await askOverHttp(url, cookie, 'notices.get', { noticeId })).mine?.seenAt ?? null;
  await open(0);
  await article('Dòng 3').waitFor();
  expect(await seenAt()).toBeNull();
  await pausesAreOver();
  expect((await listed()).unread).toBe(3);
  await look('visible');
  await soon(async () => (await listed()).unread).toBe(0);
  await page.evaluate(`window.__TSR_ROUTER__.history.push('/notices/${noticeId}')`);
  await soon(seenAt).not.toBeNull();
});

it('of many unread messages those are read that were on the screen', async () => {
  await tell('Đã đọc');
  await open(0);
  await soon(async () => (await listed()).unread).toBe(0);
  await open(1);
  await tellMany(40);
  await open(0);
  await page.getByText(say('chat.unreadDivider'), { exact: true }).waitFor();
  await soon(async () => (await listed()).unread).toBeLessThan(40);
  expect((await listed()).unread).toBeGreaterThan(10);
  await page.getByRole('button', { name: say('chat.action.jumpToNewest') }).click();
  await soon(async () => (await listed()).unread).toBe(0);
});

it('the first of very many unread lines is found, though it is no message', async () => {
  await tell('Đã đọc');
  await open(0);
  await article('Đã đọc').waitFor();
  await soon(async () => (await listed()).unread).toBe(0);
  await open(1);
  await colleague.ask('conversations.addMembers', {
    ...{ requestId: newId(), conversationId: groups[0] ?? '', memberIds: ['clerk'] },
  });
  for (let round = 0; round < 5; round += 1) await Promise.all(Array.from({ length: 62 }, (_, n) => tell(`Tin ${n}`)));
  await soon(async () => (await listed()).unread).toBe(310);
  await page.goto(`/chat/${groups[0]}`);
  await page.getByRole('button', { name: say('chat.unread', { count: 310 }) }).click();
  await page.getByText(say('chat.unreadDivider'), { exact: true }).waitFor();
  await screen.picture('chat-joined-unread');
});

it('words half written wait in their conversation, also over a reload and in a tab whose storage is full', async () => {
  await open(0);
  await box(0).fill('Tôi còn phải xem lại');
  await open(1);
  expect(await box(1).inputValue()).toBe('');
  await open(0);
  expect(await box(0).inputValue()).toBe('Tôi còn phải xem lại');
  await page.reload();
  await soon(() => box(0).inputValue()).toBe('Tôi còn phải xem lại');
  await page.evaluate(`Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }`);
  await box(0).fill('Tôi xem lại rồi');
  await page.keyboard.press('Enter');
  await article('Tôi xem lại rồi').waitFor();
  expect(screen.errors).toEqual([]);
  await page.reload();
  await article('Tôi xem lại rồi').waitFor();
  expect(await box(0).inputValue()).toBe('');
});

it('files wait in the conversation they were chosen for, and one that cannot be sent yet says so and goes by itself', async () => {
  const sender = /\/assets\/browser-[^/]+\.js$/;
  await page.route(sender, (route) => route.abort());
  await open(0);
  const chosen = { name: 'du-thao.txt', mimeType: 'text/plain', buffer: Buffer.from('Dự thảo') };
  await page.locator('input[type=file]').setInputFiles(chosen);
  await page.getByText(say('files.state.waiting')).waitFor();
  await page.unroute(sender);
  await page.getByText(say('files.state.complete')).waitFor();
  await screen.picture('chat-file');
  await open(1);
  await page.getByText('du-thao.txt').waitFor({ state: 'detached' });
  await open(0);
  await page.getByText(say('files.state.complete')).waitFor();
  await page.getByRole('button', { name: say('frame.action.send') }).click();
  await page
    .getByRole('article')
    .getByRole('link', { name: /du-thao/ })
    .waitFor();
});

it('a file that the office refuses says why, and one that is taken out takes no place there any more', async () => {
  await open(0);
  const chosen = { name: 'phu-luc.txt', mimeType: 'text/plain', buffer: Buffer.from('Phụ lục') };
  const error = { code: 'FORBIDDEN', message: '' };
  await page.route('**/files/upload', (route) => route.fulfill({ status: 403, json: { error } }));
  await page.locator('input[type=file]').setInputFiles(chosen);
  await page.getByRole('status').getByText(say('errors.FORBIDDEN')).waitFor();
  // Nothing is sent without it, and that is said and not only done.
  await box(0).fill('Gửi anh');
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText(say('files.stuck')).waitFor();
  expect(await box(0).inputValue()).toBe('Gửi anh');
  await screen.picture('chat-file-refused');
  await page.unroute('**/files/upload');
  await page.getByRole('button', { name: say('frame.action.retry') }).click();
  await page.getByText(say('files.state.complete')).waitFor();
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'DELETE'),
    page.getByRole('button', { name: `${say('files.action.remove')}: ${chosen.name}` }).click(),
  ]);
  expect(answer.status()).toBe(204);
  await page.getByText(chosen.name).waitFor({ state: 'detached' });
});

/** What is dropped and pasted, as a program of the page itself would do it. */
const hold = (kind: string, at: string, files: string[], text: string) =>
  page.evaluate(`{
    const data = new DataTransfer();
    for (const name of ${JSON.stringify(files)}) data.items.add(new File(['x' + name], name, { type: 'image/png' }));
    if (${JSON.stringify(text)} !== '') data.items.add(${JSON.stringify(text)}, 'text/plain');
    const [event, part] = ${JSON.stringify(kind)} === 'paste'
      ? [new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })]
      : [new DragEvent(${JSON.stringify(kind)}, { dataTransfer: data, bubbles: true, cancelable: true })];
    document.querySelector(${JSON.stringify(at)}).dispatchEvent(event);
    event.defaultPrevented;
  }`);
const rows = () => page.locator('form li');

it('what is dropped beside the box goes into it, nowhere does a file take the place of the page, and text is text', async () => {
  await open(0);
  expect(await hold('dragover', '[role=log]', ['ban-do.png'], '')).toBe(true);
  await page.locator('form[data-over=true]').waitFor();
  await screen.picture('chat-drop');
  expect(await hold('drop', '[role=log]', ['ban-do.png'], '')).toBe(true);
  await page.getByText(say('files.state.complete')).waitFor();
  expect(await rows().allInnerTexts()).toEqual([expect.stringContaining('ban-do.png')]);

  // A table of a spreadsheet, a word that is dragged: the browser's own business. A file that was copied is a file.
  expect(await hold('paste', 'textarea', ['image.png'], 'STT\tTên')).toBe(false);
  expect(await hold('drop', 'textarea', [], 'một câu')).toBe(false);
  expect(await hold('paste', 'textarea', ['anh.png'], 'anh.png')).toBe(true);
  await soon(() => rows().count()).toBe(2);

  await page.evaluate(`window.__TSR_ROUTER__.history.push('/settings')`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await hold('drop', 'main', ['ban-do.png'], '')).toBe(true);
  await page
    .getByRole('alert')
    .filter({ hasText: say('files.dropNowhere') })
    .waitFor();
});

it('a folder is the files in it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'congso-folder-'));
  await mkdir(join(folder, 'Hồ sơ', 'Phụ lục'), { recursive: true });
  for (const name of ['to-trinh.txt', 'Phụ lục/bieu-1.txt', 'Thumbs.db'])
    await writeFile(join(folder, 'Hồ sơ', name), name);
  await mkdir(join(folder, 'Trống'));
  await open(0);
  const line = await page.context().newCDPSession(page);
  const drop = async (name: string) => {
    const data = { items: [], files: [join(folder, name)], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await line.send('Input.dispatchDragEvent', { type, x: 700, y: 300, data });
    }
  };
  await drop('Hồ sơ');
  await soon(async () => (await rows().allInnerTexts()).map((text) => text.split('\n')[0]).sort()).toEqual([
    'bieu-1.txt',
    'to-trinh.txt',
  ]);
  await soon(() => page.getByText(say('files.state.complete')).count()).toBe(2);
  await drop('Trống');
  await page
    .getByRole('alert')
    .filter({ hasText: say('files.emptyFolder', { name: 'Trống' }) })
    .waitFor();
  await rm(folder, { recursive: true });
});

it('more files than go into a message are said when they are chosen, and the rest goes', async () => {
  await open(0);
  const buffer = Buffer.from('x');
  const chosen = Array.from({ length: 25 }, (_, n) => ({ name: `anh-${n}.txt`, mimeType: 'text/plain', buffer }));
  await page.locator('input[type=file]').first().setInputFiles(chosen);
  const names = 'anh-20.txt, anh-21.txt, anh-22.txt…';
  await page
    .getByRole('alert')
    .filter({ hasText: say('files.tooMany', { most: LIMITS.messageFiles, count: 5, names }) })
    .waitFor();
  expect(await rows().count()).toBe(LIMITS.messageFiles);
  await screen.picture('chat-too-many-files');
  await box(0).focus();
  await page.keyboard.press('Enter');
  await soon(() => page.getByRole('article').getByRole('link', { name: /anh-/ }).count()).toBe(LIMITS.messageFiles);
});

it('one file that was chosen for two conversations goes to both', async () => {
  await page.route('**/files/upload/*', (route) => route.abort('internetdisconnected'));
  const chosen = { name: 'ke-hoach.txt', mimeType: 'text/plain', buffer: Buffer.from('Kế hoạch') };
  for (const index of [0, 1]) {
    await open(index);
    await page.locator('input[type=file]').first().setInputFiles(chosen);
    await page.getByText(say('files.state.waiting')).waitFor();
    await box(index).focus();
    await page.keyboard.press('Enter');
    await page.getByText(say('chat.state.waitingForFiles')).waitFor();
  }
  await page.unroute('**/files/upload/*');
  await page.evaluate(`window.dispatchEvent(new Event('online'))`);
  for (const index of [1, 0]) {
    await open(index);
    await page
      .getByRole('article')
      .getByRole('link', { name: /ke-hoach/ })
      .waitFor();
  }
});

it('of a message that was refused for a file that one is shown and can be taken out; thrown away, it leaves no file', async () => {
  const loose = () =>
    files
      .of(office.inside)
      .find({ name: { $in: ['mot.txt', 'hai.txt'] }, place: null })
      .lean();
  await open(0);
  const buffer = Buffer.from('x');
  const choose = async (...names: string[]) => {
    const chosen = names.map((name) => ({ name, mimeType: 'text/plain', buffer }));
    await page.locator('input[type=file]').first().setInputFiles(chosen);
    await soon(() => page.getByText(say('files.state.complete')).count()).toBe(names.length);
  };
  await choose('giu-lai.txt', 'da-mat.txt');
  await files.of(office.inside).deleteOne({ name: 'da-mat.txt' });
  await box(0).fill('Gửi anh hai tệp');
  await page.keyboard.press('Enter');
  await page
    .getByRole('alert')
    .filter({ hasText: say('errors.FILE_GONE') })
    .waitFor();
  expect(await page.locator('[data-stuck=true]').textContent()).toContain('da-mat.txt');
  await screen.picture('chat-file-gone');
  await page.getByRole('button', { name: `${say('files.action.remove')}: da-mat.txt` }).click();
  await page.getByRole('button', { name: say('frame.action.retry') }).click();
  await page
    .getByRole('article')
    .getByRole('link', { name: /giu-lai/ })
    .waitFor();

  await choose('mot.txt', 'hai.txt');
  await files.of(office.inside).deleteOne({ name: 'hai.txt' });
  await box(0).focus();
  await page.keyboard.press('Enter');
  await page
    .getByRole('alert')
    .filter({ hasText: say('errors.FILE_GONE') })
    .waitFor();
  expect((await loose()).map(({ name }) => name)).toEqual(['mot.txt']);
  await page.getByRole('button', { name: say('frame.action.remove'), exact: true }).click();
  await soon(loose).toEqual([]);
});

it('a screen reader is told of every page, every message, and by whom each was written', async () => {
  await tell('Đã đọc');
  await page.evaluate(`new MutationObserver(() => {
    (window.told ??= []).push(document.querySelector('[aria-live=polite]').textContent);
  }).observe(document.querySelector('[aria-live=polite]'), { subtree: true, childList: true, characterData: true })`);
  const told = async () => (await page.evaluate('window.told ?? []')) as string[];
  await open(0);
  await article('Đã đọc').waitFor();
  await soon(told).toEqual([expect.stringMatching(NAMES[0])]);
  for (const count of [2, 3]) {
    await tell('Đồng ý');
    await soon(async () => (await told()).length).toBe(count);
  }
  expect((await told()).slice(1)).toEqual(['Hoàng Văn Em: Đồng ý', 'Hoàng Văn Em: Đồng ý']);
  expect(await page.getByRole('article', { name: /^Tin nhắn của Hoàng Văn Em, 10:\d\d$/ }).count()).toBe(3);
});

it('what can be done with a message is asked for by the keyboard, which comes back to the message', async () => {
  await tell('Mời họp lúc 8 giờ');
  await open(0);
  const button = article('Mời họp lúc 8 giờ').getByRole('button', { name: say('chat.messageActions') });
  const reply = page.getByRole('menuitem', { name: say('chat.action.reply') });
  for (const time of ['first', 'second']) {
    await button.focus();
    await page.keyboard.press('Enter');
    await reply.waitFor();
    await page.keyboard.press('Escape');
    await reply.waitFor({ state: 'detached' });
    await soon(() => isFocused(button)).toBe(true);
    expect(await button.getAttribute('aria-expanded'), `the ${time} time`).toBe('false');
  }
  await button.click();
  await reply.click();
  await soon(() => isFocused(box(0))).toBe(true);
});

it('what is pasted and has no room is not dropped without a word', async () => {
  await open(0);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(`navigator.clipboard.writeText('dài '.repeat(3000))`);
  await box(0).focus();
  await page.keyboard.press('Control+V');
  const said = say('frame.pasteCut', { count: LIMITS.messageLength });
  await page.getByRole('alert').filter({ hasText: said }).waitFor();
  expect((await box(0).inputValue()).length).toBe(LIMITS.messageLength);
});

it('many who join at once are counted, and named when it is asked for', async () => {
  const everyone = (await colleague.ask('people.list', {})).items.map(({ id }) => id);
  const group = { requestId: newId(), name: 'Toàn cơ quan', memberIds: everyone };
  const { id } = await colleague.ask('conversations.createGroup', group);
  await page.evaluate(`window.__TSR_ROUTER__.history.push('/chat/${id}')`);
  const line = page.getByText(/ và \d+ người khác/);
  await line.waitFor();
  const short = (await line.textContent())?.length ?? 0;
  await page
    .getByRole('log')
    .getByRole('button', { name: say('frame.action.showAll') })
    .click();
  const whole = page
    .getByRole('log')
    .getByRole('button', { name: say('frame.action.showLess') })
    .locator('..');
  expect((await whole.textContent())?.length).toBeGreaterThan(short);
});

it('a conversation that is not in the list, because nobody has written in it, is opened by its address', async () => {
  const { id } = await colleague.ask('conversations.openDirect', { personId: 'planning-officer' });
  await page.goto(`/chat/${id}`);
  await page.getByRole('log').waitFor();
  await page.getByRole('textbox', { name: 'Hoàng Văn Em' }).fill('Chào anh.');
  await page.keyboard.press('Enter');
  await article('Chào anh.').waitFor();
});

it('what was refused because I was taken out of the conversation is still mine to copy and to throw away', async () => {
  let isBlocked = true;
  await page.routeWebSocket(/socket\.io/, (socket) =>
    isBlocked ? void socket.close() : void socket.connectToServer(),
  );
  await page.route(/socket\.io/, (route) => (isBlocked ? route.abort() : route.continue()));
  await page.goto(`/chat/${groups[0]}`);
  await box(0).waitFor();
  const member = { conversationId: groups[0] ?? '', personId: 'planning-officer' };
  await colleague.ask('conversations.removeMember', { requestId: newId(), ...member });
  await box(0).fill('Tôi góp ý mục 2.');
  await page.keyboard.press('Enter');
  const refused = page.getByRole('article', { name: say('chat.messageOfMine', { state: say('chat.state.failed') }) });
  await refused.waitFor();
  isBlocked = false;
  await box(0).waitFor({ state: 'detached' });
  await screen.picture('chat-taken-out');
  await refused.getByText('Tôi góp ý mục 2.').waitFor();
  await refused.getByRole('button', { name: say('frame.action.remove') }).click();
  await refused.waitFor({ state: 'detached' });
});

it('a colleague who has left is marked wherever one might turn to them, and nobody writes to who reads no more', async () => {
  const url = office.urls[0] ?? '';
  const personId = 'statistics-officer';
  const { id } = await askOverHttp(url, cookie, 'conversations.openDirect', { personId });
  await page.goto(`/chat/${id}`);
  const field = page.getByRole('textbox', { name: say('chat.placeholder', { name: '' }) });
  await field.fill('Anh gửi giúp số liệu');
  await page.keyboard.press('Enter');
  await article('Anh gửi giúp số liệu').waitFor();
  const admin = await signIn(url, 'admin');
  await askOverHttp(url, admin, 'people.deactivate', { requestId: newId(), personId });
  await page.getByRole('note').waitFor();
  expect(await field.count()).toBe(0);
  const closed = page.getByText(say('people.state.deactivated'), { exact: true });
  // In the list and in the head of the conversation; then also among the members.
  await soon(() => closed.count()).toBe(2);
  await page.getByRole('button', { name: say('chat.members') }).click();
  await soon(() => closed.count()).toBe(3);
  await screen.picture('chat-closed-account');
  await screen.picture('chat-closed-account-phone', PHONE);
  await page.goto(`/directory/${personId}`);
  await closed.waitFor();
  await askOverHttp(url, admin, 'people.reactivate', { requestId: newId(), personId });
  await closed.waitFor({ state: 'detached' });
});

it('whoever is brought into a group finds it on top of the list with a badge, also after being offline', async () => {
  await tell('Có từ trước', groups[1]);
  await open(1);
  const made = { requestId: newId(), name: 'Tổ kiểm tra', memberIds: ['clerk'] };
  const { id: conversationId } = await colleague.ask('conversations.createGroup', made);
  await colleague.ask('messages.send', { conversationId, clientId: newId(), text: 'Trước khi đến' });
  const first = page
    .getByRole('region', { name: say('chat.conversations') })
    .getByRole('link', { name: /Tổ/ })
    .first();
  const bring = (add: boolean) =>
    add
      ? colleague.ask('conversations.addMembers', {
          requestId: newId(),
          conversationId,
          memberIds: ['planning-officer'],
        })
      : colleague.ask('conversations.removeMember', {
          requestId: newId(),
          conversationId,
          personId: 'planning-officer',
        });
  const isOnTop = () =>
    soon(async () => (await first.textContent()) ?? '').toMatch(
      new RegExp(`Tổ kiểm tra.*${say('chat.unread', { count: 1 })}`),
    );
  await bring(true);
  await isOnTop();
  await screen.picture('chat-brought-in');
  await bring(false);
  await page.context().setOffline(true);
  await tell('Mới hơn', groups[1]);
  await bring(true);
  await page.context().setOffline(false);
  await isOnTop();
  await first.click();
  await soon(async () => (await first.textContent()) ?? '').not.toContain(say('chat.unread', { count: 1 }));
});

it('a page that one may read no more says so under its own title, where one belongs now, and leads on', async () => {
  const url = office.urls[0] ?? '';
  const admin = await signIn(url, 'admin');
  const fields = { parentId: 'department', name: 'Tổ Cải cách', code: 'TCC', mailbox: null, order: 9 };
  const unit = await askOverHttp(url, admin, 'units.create', { requestId: newId(), ...fields });
  const appoint = async (personId: string) => {
    const place = { unitId: unit.id, positionId: 'position', roles: ['deputy' as const], isPrimary: false };
    const { appointments } = await askOverHttp(url, admin, 'people.appoint', {
      requestId: newId(),
      personId,
      ...place,
    });
    return appointments.find(({ unitId, to }) => unitId === unit.id && to === null)?.id ?? '';
  };
  await appoint('finance-officer');
  const given = { title: 'Rà soát thủ tục', leadId: 'finance-officer', due: null };
  const task = await colleague.ask('tasks.create', { requestId: newId(), ...given });
  for (const [address, shown, said] of [
    [`/chat/unit:${unit.id}`, unit.name, say('chat.noLongerInUnit', { unit: unit.name })],
    [`/tasks/${task.id}`, task.title, say('frame.state.withheld')],
  ] as const) {
    const appointmentId = await appoint('planning-officer');
    await page.goto(address);
    await page.getByRole('heading', { name: shown, level: 2 }).waitFor();
    const end = { requestId: newId(), personId: 'planning-officer', appointmentId };
    await askOverHttp(url, admin, 'people.endAppointment', end);
    await page.getByRole('alert').getByText(said).waitFor();
    await page
      .getByRole('alert')
      .getByText(say('frame.state.yourUnit', { unit: 'Phòng Kế hoạch' }))
      .waitFor();
    await soon(() => page.title()).toContain(said);
    await screen.picture(`withheld-${address.split('/')[1]}`);
  }
  await page.getByRole('link', { name: say('frame.action.goTo', { place: say('frame.navigation.tasks') }) }).click();
  await page.waitForURL('**/tasks');
});

it('a reply shows whom and what it answers although that is not loaded, and a press leads to it', async () => {
  const { fact: expired } = await tell('Tin sẽ hết hạn');
  const { fact } = await tell('Ai dự họp ngày mai?');
  for (let round = 0; round < 4; round += 1) await Promise.all(Array.from({ length: 60 }, (_, n) => tell(`Tin ${n}`)));
  const conversationId = groups[0] ?? '';
  for (const [text, replyTo] of [
    ['Tôi dự', fact.seq],
    ['Đã rõ', expired.seq],
  ] as const) {
    await colleague.ask('messages.send', { conversationId, clientId: newId(), text, replyTo });
  }
  // As when its time is over.
  await facts.of(office.inside).deleteOne({ conversationId, seq: expired.seq });
  await askOverHttp(office.urls[0] ?? '', cookie, 'conversations.markRead', { conversationId, seq: 9_999 });
  await page.goto(`/chat/${conversationId}`);
  const reply = page.getByRole('article').filter({ hasText: 'Tôi dự' });
  const quote = reply.getByRole('button', { name: /Hoàng Văn Em\s*Ai dự họp ngày mai\?/ });
  await quote.waitFor();
  await screen.picture('chat-quote');
  expect(await page.locator(`article[data-seq="${fact.seq}"]`).count(), 'it is not loaded').toBe(0);
  await article('Đã rõ').getByText(say('chat.originalGone')).waitFor();
  await quote.click();
  const original = page.locator('article[data-shown="true"]');
  await original.getByText('Ai dự họp ngày mai?').waitFor();
  await soon(() => original.isVisible()).toBe(true);
  await screen.picture('chat-quoted');
});
