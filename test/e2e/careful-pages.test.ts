import { makeLetterMail } from '@congso/demo/letters/make-letter-mail';
import { type MailDoc, mails } from '@congso/domain/mail/mail-model';
import { nothingRead } from '@congso/domain/mail/nothing-read';
import { newId } from '@congso/domain/office/ids';
import { createTranslator } from '@congso/language/translate';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Browser, DESKTOP, PHONE, type Screen, signInAs } from '../support/browser/open-browser.ts';
import { askOverHttp, signIn } from '../support/office/enter-office.ts';
import { REGISTRY, STAFF } from '../support/office/found-office.ts';
import { PASSWORD } from '../support/office/start-office.ts';
import { sendRawMail } from '../support/smtp/talk-smtp.ts';
import { LETTER } from './letter/signed-letter.ts';
import { isFocused, listCovered, markedWith, writeAsUnikey } from './pages/careful-page.ts';
import type { Filled } from './pages/fill-office.ts';
import { visit } from './pages/look-at-page.ts';
import { type FilledOffice, openFilledOffice } from './pages/open-filled-office.ts';

// What only a browser shows of pages that lose nothing: keys, focus, what is typed, what lies over what.
// long because: every test walks through the same office, which takes longer to fill than all of them take.

const say = await createTranslator('vi');
const LOADING = [say('frame.state.loading')];
/** The actions of headers, the navigation, and the line one writes a message in with all beside it. */
const COVERED_NEVER = `header button, header a, nav a, nav button, textarea, textarea ~ *, [aria-label="${say('frame.action.send')}"]`;

let opened: FilledOffice;
let office: FilledOffice['office'];
let browser: Browser;
let filled: Filled;

beforeAll(async () => {
  opened = await openFilledOffice();
  ({ office, filled, browser } = opened);
  const content = { ...LETTER, subject: 'Mời dự họp về phòng cháy rừng', code: '77/SNN-KL' };
  const sender = { name: 'UBND tỉnh Lam Sơn', domain: 'ubnd.lamson.example' };
  const at = { sentAt: office.inside.clock.now(), key: 'second-letter' };
  const raw = await makeLetterMail({ content, sender, to: REGISTRY, ...at });
  await sendRawMail(office.smtpPort(), { from: 'vanthu@ubnd.lamson.example', to: [REGISTRY], raw });
  await vi.waitUntil(async () => (await mails.of(office.inside).countDocuments({ state: 'proposed' })) === 2, {
    timeout: 30_000,
  });
}, 180_000);

afterAll(() => opened?.close(), 60_000);

const stateOf = async (mailId: string) =>
  (await mails.of(office.inside).findOne({ _id: mailId }).lean<MailDoc>())?.state;

it('a dialog over a letter keeps its keys, its words and the focus to itself', async () => {
  const { page } = await enter('vanthu');
  await visit(page, `/mail/${filled.mail}`, LOADING);
  const others = page.getByRole('button', { name: say('mail.otherDecision') });
  const ask = async () => {
    await others.click();
    await page.getByRole('menuitem', { name: say('mail.action.refuse') }).click();
    return page.getByRole('dialog', { name: new RegExp(say('mail.action.refuse')) });
  };
  await (await ask()).getByLabel(say('documents.reason')).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => isFocused(others), { message: 'the focus is back where the dialog came from' }).toBe(true);

  const dialog = await ask();
  const reason = dialog.getByLabel(say('documents.reason'));
  await reason.fill('Gửi nhầm cơ quan');
  await page.mouse.click(8, 8);
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Control+k');
  expect(await reason.inputValue()).toBe('Gửi nhầm cơ quan');
  expect(await page.getByRole('dialog').count()).toBe(1);
  await dialog.getByRole('button', { name: say('mail.action.refuse') }).click();
  // Had a key gone through to the page, the letter would be registered and could not be refused.
  await page.getByRole('heading', { name: say('mail.state.refused'), exact: true }).waitFor();
  expect(await stateOf(filled.mail)).toBe('refused');
});

it('next and previous walk the box that a mail was opened from, and back keeps it', async () => {
  const { page } = await enter('vanthu');
  await visit(page, `/mail/${filled.mail}?box=refused`, LOADING);
  await page.getByRole('heading', { name: say('mail.state.refused'), exact: true }).waitFor();
  expect(await page.getByRole('button', { name: say('mail.next') }).isDisabled()).toBe(true);
  await page.setViewportSize(PHONE);
  await page.getByRole('link', { name: say('frame.action.back') }).click();
  await page.waitForURL('**/mail?box=refused');
});

it.each([
  ['tasks', '/tasks', 'tasks.search'],
  ['people', '/directory', 'people.searchDirectory'],
  ['the register', '/documents/register', 'documents.filter.text'],
] as const)('a search for %s takes Vietnamese as fast as a keyboard program writes it', async (_, address, label) => {
  const { page } = await enter('vanthu');
  await visit(page, address, LOADING);
  const field = page.getByRole('searchbox', { name: say(label) });
  await writeAsUnikey(field, ['v', 'i', 'e', '<ê', '<ệ', 't', ' ']);
  expect(await field.inputValue()).toBe('việt ');
  await page.waitForURL(/text=vi/);
  expect(await field.inputValue(), 'the address took it without its space; the field keeps it').toBe('việt ');
  await field.press('End');
  await field.pressSequentially('nam');
  await page.waitForURL(/nam/);
  expect(await field.inputValue()).toBe('việt nam');
  // A link, back, a cleared filter: what the address says by itself is taken over.
  await visit(page, `${address}?text=khoai`, LOADING);
  expect(await field.inputValue()).toBe('khoai');
});

it('a filter outlives opening somebody and going back', async () => {
  const { page } = await enter('giamdoc');
  await visit(page, '/directory?text=hai', LOADING);
  await page.getByRole('link', { name: STAFF.chuyenvien.name }).click();
  await page.getByRole('heading', { name: STAFF.chuyenvien.name }).waitFor();
  expect(new URL(page.url()).search).toBe('?text=hai');
  await visit(page, `/tasks/${filled.task}?box=given&text=lap&tab=history`, LOADING);
  await page.setViewportSize(PHONE);
  await page.getByRole('link', { name: say('frame.action.back') }).click();
  await page.waitForURL(/\/tasks\?/);
  expect(new URL(page.url()).search).toBe('?box=given&text=lap');
});

it('a notice half written is there when one comes back, and gone when it is published', async () => {
  const { page } = await enter('giamdoc');
  await visit(page, '/notices/new', LOADING);
  const title = page.getByLabel(say('notices.title'), { exact: true });
  await title.fill('Nghỉ lễ 30/4');
  await page.getByLabel(say('notices.write.toEveryone')).check();
  const plan = { name: 'lich-truc.txt', mimeType: 'text/plain', buffer: Buffer.from('Lịch trực') };
  await page.locator('input[type=file]').setInputFiles(plan);
  await page.getByText(say('files.state.complete')).waitFor();
  await visit(page, '/', LOADING);
  await page.reload();
  await visit(page, '/notices/new', LOADING);
  expect(await title.inputValue()).toBe('Nghỉ lễ 30/4');
  expect(await page.getByLabel(say('notices.write.toEveryone')).isChecked()).toBe(true);
  await page.getByLabel(say('notices.body'), { exact: true }).fill('Từ 30/4 đến hết 3/5.');
  await page.getByText(plan.name).waitFor();
  await page.getByRole('button', { name: say('notices.action.publish') }).click();
  await page.getByRole('heading', { name: 'Nghỉ lễ 30/4' }).waitFor();
  await page.getByRole('link', { name: plan.name }).waitFor();
  await visit(page, '/notices/new', LOADING);
  expect(await title.inputValue()).toBe('');
  expect(await page.getByText(plan.name).count()).toBe(0);
});

it('a report half written outlives Esc and a task that is cancelled under it', async () => {
  const url = office.urls[0] ?? '';
  const leader = await signIn(url, 'giamdoc');
  const { items } = await askOverHttp(url, leader, 'people.list', { text: STAFF.chuyenvien.name });
  const task = { title: 'Rà soát hồ sơ đất', leadId: items[0]?.id ?? '', due: null };
  const { id: taskId } = await askOverHttp(url, leader, 'tasks.create', { requestId: newId(), ...task });
  const { page } = await enter('chuyenvien');
  await visit(page, `/tasks/${taskId}`, LOADING);
  await page.getByRole('button', { name: say('tasks.action.accept'), exact: true }).click();
  const report = page.getByRole('button', { name: say('tasks.action.report'), exact: true });
  const dialog = page.getByRole('dialog');
  const text = dialog.getByLabel(say('tasks.reportText'));
  await report.click();
  await text.fill('Đã rà 37 hồ sơ.');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await report.click();
  expect(await text.inputValue()).toBe('Đã rà 37 hồ sơ.');
  await askOverHttp(url, leader, 'tasks.cancel', { requestId: newId(), taskId, reason: 'Không cần nữa' });
  await page.getByText(say('tasks.state.cancelled')).first().waitFor({ state: 'attached' });
  expect(await text.inputValue()).toBe('Đã rà 37 hồ sơ.');
  await dialog.getByRole('button', { name: say('tasks.action.report') }).click();
  await dialog.getByRole('alert').waitFor();
});

it('a reported task is opened beside the tasks one gave, from Today and by its id alone', async () => {
  const { page, picture } = await enter('giamdoc');
  const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: /^Lập danh sách/ }) });
  await row.getByText(`${say('tasks.lead')}: ${STAFF.chuyenvien.name}`).waitFor();
  await picture('careful-today');
  const isGiven = async () => {
    await page
      .getByRole('region', { name: say('tasks.tasks') })
      .getByRole('link', { name: /^Lập danh sách/ })
      .waitFor();
    expect(await page.getByRole('radio', { name: say('tasks.box.given') }).isChecked()).toBe(true);
  };
  await row.getByRole('link', { name: say('tasks.action.accept-report') }).click();
  await isGiven();
  await visit(page, '/', LOADING);
  await visit(page, `/tasks/${filled.task}`, LOADING);
  await isGiven();
  await page.getByText(say('tasks.box.doing'), { exact: true }).click();
  await expect
    .poll(() => new URL(page.url()).search, { message: 'what one chooses oneself stays chosen', timeout: 10_000 })
    .toBe('');
});

it('the task of an express document says so wherever it stands', async () => {
  const { page, picture } = await enter('chuyenvien');
  const express = page.getByText(say('documents.urgency.express'), { exact: true });
  await page.getByRole('link', { name: /^Cung cấp hồ sơ/ }).waitFor();
  expect(await express.count()).toBe(1);
  await picture('careful-express-today');
  await picture('careful-express-today-phone', PHONE);
  await page.getByRole('link', { name: /^Cung cấp hồ sơ/ }).click();
  await page.getByRole('heading', { name: /^Cung cấp hồ sơ/ }).waitFor();
  await expect.poll(() => express.count(), { message: 'in the list and in the head' }).toBe(2);
  await picture('careful-express-task');
});

it('a row that leaves Today with its button says to screen readers what was done', async () => {
  const { page } = await enter('thuyloi');
  await visit(page, '/', LOADING);
  await page.getByRole('button', { name: say('notices.action.acknowledge') }).click();
  const told = say('today.acknowledged', { title: 'Họp giao ban tháng 3' });
  await page.locator('[aria-live=polite]').filter({ hasText: told }).waitFor({ state: 'attached' });
  const isKept = () => page.evaluate('document.activeElement !== document.body') as Promise<boolean>;
  await expect.poll(isKept, { message: 'the keyboard goes on from there' }).toBe(true);
});

it('what rings covers no action of a header and no send button, and can be closed by name', async () => {
  const { page, picture } = await enter('chuyenvien');
  await visit(page, '/settings', LOADING);
  const cookie = await signIn(office.urls[0] ?? '', 'chuyenvien');
  const rings = new Date(office.inside.clock.now().getTime() + 1_000).toISOString();
  const reminder = { text: 'Gọi xã Thanh Lĩnh về hồ sơ địa chính', at: rings, target: { kind: 'none' as const } };
  await askOverHttp(office.urls[0] ?? '', cookie, 'reminders.create', { requestId: newId(), ...reminder });
  const toast = page.getByRole('alert').filter({ hasText: reminder.text });
  await toast.waitFor();
  for (const [name, viewport] of [
    ['desk', DESKTOP],
    ['phone', PHONE],
  ] as const) {
    await page.setViewportSize(viewport);
    const addresses = [
      `/tasks/${filled.task}`,
      `/documents/${filled.document}`,
      `/chat/${filled.conversation}`,
      '/settings',
    ];
    for (const address of addresses) {
      await visit(page, address, LOADING);
      const covered = await listCovered(page, COVERED_NEVER);
      expect(covered, `${address} on the ${name}`).toEqual([]);
      await picture(`careful-toast-${name}${address.split('/').slice(0, 2).join('-')}`, viewport);
    }
  }
  await toast.getByRole('button', { name: say('frame.action.close') }).click();
  await toast.waitFor({ state: 'detached' });
});

it('what rings at one deadline is one toast, which is over on Today and when it was closed', async () => {
  const { page, picture } = await enter('thuyloi');
  await visit(page, '/settings', LOADING);
  const url = office.urls[0] ?? '';
  const cookie = await signIn(url, 'thuyloi');
  const ring = async (count: number) => {
    const at = new Date(office.inside.clock.now().getTime() + 1_000).toISOString();
    const remind = (text: string) =>
      askOverHttp(url, cookie, 'reminders.create', { requestId: newId(), text, at, target: { kind: 'none' as const } });
    await Promise.all(Array.from({ length: count }, (_, index) => remind(`Nộp báo cáo số ${index}`)));
  };
  const toasts = page.getByRole('alert');
  const toastOf = (count: number) => toasts.filter({ hasText: say('reminders.ringing', { count }) });
  await ring(8);
  await toastOf(8).waitFor();
  await expect.poll(() => toasts.count(), { message: 'the page is not covered by eight' }).toBe(1);
  await picture('careful-toast-of-many', PHONE);
  await page.getByRole('link', { name: say('reminders.action.seeToday') }).click();
  await page.getByText('Nộp báo cáo số 7').waitFor();
  await expect.poll(() => toasts.count(), { message: 'Today lists them' }).toBe(0);

  await visit(page, '/settings', LOADING);
  await ring(3);
  await toastOf(3)
    .getByRole('button', { name: say('frame.action.close') })
    .click();
  await ring(1);
  await toasts.filter({ hasText: 'Nộp báo cáo số 0' }).waitFor();
  expect(await toasts.count(), 'what was closed does not come back').toBe(1);
});

it('a long title leaves a phone room for what it is the title of, and can be read whole', async () => {
  const { page, picture } = await enter('giamdoc');
  const url = office.urls[0] ?? '';
  const cookie = await signIn(url, 'giamdoc');
  const title = `Tham mưu văn bản ${'đôn đốc các xã rà soát hồ sơ địa chính '.repeat(7)}`.trim();
  const { id } = await askOverHttp(url, cookie, 'tasks.create', {
    requestId: newId(),
    title,
    leadId: filled.person,
    due: null,
  });
  await page.setViewportSize(PHONE);
  await visit(page, `/tasks/${id}`, LOADING);
  const heading = page.getByRole('heading', { name: title });
  const headOf = async () => (await page.locator('header').filter({ has: heading }).boundingBox())?.height ?? 0;
  expect(await headOf()).toBeLessThanOrEqual(56);
  await picture('careful-long-title', PHONE);
  await page.getByRole('button', { name: say('frame.action.showAll') }).click();
  await expect.poll(headOf).toBeGreaterThan(2 * 56);
  expect(await heading.evaluate((element) => element.scrollHeight - element.clientHeight)).toBeLessThanOrEqual(0);
});

it('an empty register blames a filter only where there is one, and a person in no unit has no empty fact', async () => {
  const { page } = await enter('quantri');
  await visit(page, '/documents/register', LOADING);
  await page.getByText(say('documents.emptyRegister')).waitFor();
  await visit(page, '/documents/register?overdue=true', LOADING);
  await page.getByText(say('documents.emptyFilter')).waitFor();

  const url = office.urls[0] ?? '';
  const cookie = await signIn(url, 'quantri');
  const people = await askOverHttp(url, cookie, 'people.list', {});
  const template = people.items.find(({ login }) => login === 'thuyloi')?.appointments[0];
  if (!template) throw new Error('nobody to be like');
  const { unitId, positionId } = template;
  const fresh = { login: 'cho-dieu-dong', familyMiddle: 'Lý Văn', given: 'Chờ', phone: null, mail: null };
  const appointment = { unitId, positionId, roles: [], isPrimary: true };
  const { person } = await askOverHttp(url, cookie, 'people.create', { requestId: newId(), ...fresh, appointment });
  const [held] = person.appointments;
  const end = { requestId: newId(), personId: person.id, appointmentId: held?.id ?? '' };
  await askOverHttp(url, cookie, 'people.endAppointment', end);
  await visit(page, `/directory/${person.id}`, LOADING);
  const facts = await page.locator('dl dd').allTextContents();
  expect(facts).toEqual(['–', '–', '–']);
});

it('a refused field is marked: the old password, a weak one, a mailbox', async () => {
  const { page } = await enter('chuyenvien2');
  await visit(page, '/settings', LOADING);
  const fill = async (current: string, next: string) => {
    await page.getByLabel(say('account.currentPassword')).fill(current);
    await page.getByLabel(say('account.newPassword'), { exact: true }).fill(next);
    await page.getByLabel(say('account.repeatPassword')).fill(next);
    await page.getByRole('button', { name: say('account.changePassword') }).click();
  };
  await fill('không phải mật khẩu', 'mưa rào tháng sáu');
  await markedWith(page.getByLabel(say('account.currentPassword')), say('errors.CURRENT_PASSWORD_WRONG'));
  const next = page.getByLabel(say('account.newPassword'), { exact: true });
  // In no list a page could hold, and in the server's.
  await fill(PASSWORD, 'princess1990');
  await markedWith(next, say('errors.PASSWORD_TOO_WEAK'));
  // Said before it is sent.
  await next.fill('Mật khẩu 2026!');
  await markedWith(next, say('account.passwordEasy'));

  const { page: admin, picture } = await enter('quantri');
  await visit(admin, '/administration/units', LOADING);
  await admin.getByRole('button', { name: say('organisation.action.addUnit') }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel(say('organisation.name')).fill('Phòng Kiểm lâm');
  await dialog.getByLabel(say('organisation.code')).fill('KL');
  await dialog.getByLabel(say('organisation.mailbox')).fill('kiểm lâm');
  await dialog.getByRole('button', { name: say('frame.action.save') }).click();
  await markedWith(dialog.getByLabel(say('organisation.mailbox')), say('frame.state.fieldWrong'));
  await picture('careful-field');
});

it('tasks of a document that cannot be fetched are not called secret', async () => {
  const screen = await browser.open(office.urls[0] ?? '');
  await screen.page.routeWebSocket(/socket\.io/, (socket) => void socket.close());
  await screen.page.route('**/socket.io/**', (request) => request.abort());
  const error = { code: 'UNAVAILABLE', message: '' };
  await screen.page.route('**/api/tasks.get', (request) => request.fulfill({ status: 503, json: { error } }));
  await signInAs(screen, 'vanthu');
  await visit(screen.page, `/documents/${filled.document}?tab=tasks`, LOADING);
  await screen.page.getByRole('tabpanel').getByText(say('errors.UNAVAILABLE')).waitFor();
  await screen.page.unroute('**/api/tasks.get');
  await screen.page.getByRole('button', { name: say('frame.action.retry') }).click();
  await screen.page.getByRole('tabpanel').getByRole('link').first().waitFor();
  expect(await screen.page.getByText(say('documents.tasksHidden', { count: 1 })).count()).toBe(0);
});

it('a letter that could not be read is read again at a press, and shown when it is', async () => {
  const letters = mails.of(office.inside);
  const letter = await letters.findOne({ _id: { $ne: filled.mail } }).lean<MailDoc>();
  const _id = letter?._id ?? '';
  await letters.updateOne({ _id }, { $set: { state: 'original-only', ...nothingRead('') } });
  const { page, picture } = await enter('vanthu');
  await visit(page, `/mail/${_id}`, LOADING);
  await page.getByText(say('mail.originalOnlyHint')).waitFor();
  await picture('unreadable-letter');
  await page.getByRole('button', { name: say('mail.action.readAgain') }).click();
  await page.getByText(say('mail.originalOnlyHint')).waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: letter?.subject ?? '', level: 2 }).waitFor();
  expect(await stateOf(_id)).toBe('proposed');
});

it('a change that the program cannot digest is shown to the administrator, with the reason', async () => {
  const people = office.inside.db.collection('people');
  const entry = { version: 0, action: 'appointed', recordedAt: new Date(), marks: [], wakes: [] };
  const broken = { ...entry, facts: [{ name: 'unit.created', payload: null }] };
  const someone = await people.findOneAndUpdate({ login: 'chuyenvien2' }, { $push: { outbox: broken as never } });
  const { page, picture } = await enter('quantri');
  await visit(page, '/administration/queues', LOADING);
  const row = page.getByRole('row', { name: new RegExp(String(someone?._id)) });
  await row.getByText(say('administration.stuck.entity.person')).waitFor();
  await row.getByText('appointed: TypeError').waitFor();
  await picture('stuck');
  await people.updateOne({ login: 'chuyenvien2' }, { $pull: { outbox: { version: 0 } as never } });
});

it('who left keeps the name under what they did, and can be chosen no more', async () => {
  const url = office.urls[0] ?? '';
  const cookie = await signIn(url, 'quantri');
  const { items } = await askOverHttp(url, cookie, 'people.list', { text: STAFF.truongphong.name });
  await askOverHttp(url, cookie, 'people.deactivate', { requestId: newId(), personId: items[0]?.id ?? '' });
  const { page } = await enter('giamdoc');
  await visit(page, `/documents/${filled.document}`, LOADING);
  await page.getByText(say('documents.givenBy', { name: STAFF.truongphong.name })).waitFor();
  expect(await page.getByText(say('people.unknown')).count()).toBe(0);
  await visit(page, '/directory', LOADING);
  await page.getByRole('link', { name: STAFF.chuyenvien.name }).waitFor();
  expect(await page.getByRole('link', { name: STAFF.truongphong.name }).count()).toBe(0);
  await visit(page, '/tasks/new', LOADING);
  await page.getByRole('combobox', { name: say('tasks.lead') }).fill('em');
  await page.getByText(say('people.noneFound')).waitFor();
});

async function enter(login: string): Promise<Screen> {
  const screen = await browser.open(office.urls[0] ?? '');
  screen.page.setDefaultTimeout(20_000);
  await signInAs(screen, login);
  return screen;
}

it('every key that the overview of keys names does what it says', async () => {
  const { page } = await enter('vanthu');
  await visit(page, '/', LOADING);
  const url = office.urls[0] ?? '';
  const cookie = await signIn(url, 'vanthu');
  const me = (await askOverHttp(url, cookie, 'session.get', {})).person.id;
  const everyone = (await askOverHttp(url, cookie, 'people.list', {})).items.map(({ id }) => id);
  const colleague = everyone.find((id) => id !== me) ?? '';
  const path = () => new URL(page.url()).pathname;
  const pathOf = async (row: Locator) => new URL((await row.getAttribute('href')) ?? '', url).pathname;
  const dialog = (name: string) => page.getByRole('dialog', { name });
  const title = say('frame.keys.title');
  const openHelp = async () => {
    await page.keyboard.press('Control+/');
    await dialog(title).getByRole('row').first().waitFor();
  };
  const inList = async (key: 'Alt+ArrowUp' | 'Alt+ArrowDown') => {
    for (const address of ['/mail', '/tasks?box=all', '/directory', '/chat', '/documents?box=mine', '/notices']) {
      await visit(page, address, LOADING);
      const rows = page.locator('section a[href*="/"][data-strong]');
      const count = await rows.count();
      if (count === 0) continue;
      // On a wide screen the first one is opened by itself.
      if (path() !== (await pathOf(rows.nth(0)))) await page.keyboard.press('Alt+ArrowDown');
      await expect.poll(path, { message: `${address} opens the first` }).toBe(await pathOf(rows.nth(0)));
      if (count === 1) continue;
      await page.keyboard.press('Alt+ArrowDown');
      await expect.poll(path, { message: `${address} opens the next` }).toBe(await pathOf(rows.nth(1)));
      if (key === 'Alt+ArrowDown') continue;
      await page.keyboard.press('Alt+ArrowUp');
      await expect.poll(path, { message: `${address} opens the one before` }).toBe(await pathOf(rows.nth(0)));
    }
  };
  const written = async (key: 'Enter' | 'Shift+Enter') => {
    const { id } = await askOverHttp(url, cookie, 'conversations.createGroup', {
      ...{ requestId: newId(), name: 'Thử phím', memberIds: [colleague] },
    });
    await visit(page, `/chat/${id}`, LOADING);
    const field = page.getByRole('textbox', { name: 'Thử phím' });
    await field.fill('một');
    await page.keyboard.press(key);
    if (key === 'Enter') await page.getByRole('article').getByText('một').waitFor();
    else expect(await field.inputValue()).toBe('một\n');
  };
  const does: Record<string, () => Promise<void>> = {
    [say('frame.keys.find')]: async () => {
      await page.keyboard.press('Control+k');
      await dialog(say('frame.findAnything')).waitFor();
      await page.keyboard.press('Escape');
      await dialog(say('frame.findAnything')).waitFor({ state: 'detached' });
    },
    [say('frame.keys.previousInList')]: () => inList('Alt+ArrowUp'),
    [say('frame.keys.nextInList')]: () => inList('Alt+ArrowDown'),
    [say('frame.keys.send')]: () => written('Enter'),
    [say('frame.keys.newLine')]: () => written('Shift+Enter'),
    [say('frame.keys.close')]: async () => {
      await openHelp();
      await page.keyboard.press('Escape');
      await dialog(title).waitFor({ state: 'detached' });
    },
    [say('frame.keys.help')]: async () => {
      await openHelp();
      await page.keyboard.press('Escape');
    },
    [say('frame.keys.completeForm')]: async () => {
      const waiting = await mails.of(office.inside).findOne({ state: 'proposed' }).lean<MailDoc>();
      await visit(page, `/mail/${waiting?._id}`, LOADING);
      await page.getByRole('button', { name: say('mail.registerKey') }).waitFor();
      await page.keyboard.press('Control+Enter');
      await expect.poll(() => stateOf(waiting?._id ?? '')).toBe('registered');
    },
  };
  await openHelp();
  const promised = await dialog(title).getByRole('row').locator('td:first-child').allTextContents();
  await page.keyboard.press('Escape');
  await dialog(title).waitFor({ state: 'detached' });
  expect(promised.filter((one) => !(one in does))).toEqual([]);
  for (const one of promised) await does[one]?.();
}, 120_000);

it('a button that cannot be pressed yet says why, by pointer, key and finger; what was done names thing and person', async () => {
  const { page } = await enter('giamdoc');
  await visit(page, '/tasks/new', LOADING);
  const assign = page.getByRole('button', { name: say('tasks.action.assign'), exact: true });
  const title = page.getByLabel(say('tasks.title'), { exact: true });
  const why = page.getByRole('tooltip');
  await title.focus();
  await page.keyboard.press('Enter');
  await why.getByText(say('frame.why.missing', { fields: `${say('tasks.title')}, ${say('tasks.lead')}` })).waitFor();
  await title.fill('Kiểm kê tài sản');
  await assign.focus();
  const lead = say('frame.why.missing', { fields: say('tasks.lead') });
  await why.getByText(lead).waitFor();
  const described = (await assign.getAttribute('aria-describedby')) ?? '';
  expect(await page.locator(`[id="${described}"]`).textContent()).toBe(lead);
  await page.mouse.move(0, 0);
  await title.focus();
  await why.waitFor({ state: 'detached' });
  await assign.click({ force: true });
  await why.getByText(lead).waitFor();
  await page.getByRole('combobox', { name: say('tasks.lead'), exact: true }).fill(STAFF.chuyenvien.name);
  await page.getByRole('option').first().click();
  await assign.click();
  const told = say('tasks.created', { title: 'Kiểm kê tài sản', name: STAFF.chuyenvien.name });
  await page.locator('.mantine-Notification-root').getByText(told).waitFor();
});

it('what was done can be taken back from its toast, and the keyboard goes on where it was', async () => {
  const { page } = await enter('giamdoc');
  await visit(page, `/tasks/${filled.task}`, LOADING);
  await page.getByRole('button', { name: say('reminders.action.remindMe') }).click();
  await page.getByRole('menuitem', { name: say('reminders.when.tomorrowMorning') }).click();
  const toast = page.locator('.mantine-Notification-root');
  const cookie = await signIn(office.urls[0] ?? '', 'giamdoc');
  const undo = toast.getByRole('button', { name: say('frame.action.undo') });
  await undo.waitFor();
  const reminders = async () =>
    (await askOverHttp(office.urls[0] ?? '', cookie, 'reminders.list', {})).reminders.length;
  const before = await reminders();
  await undo.focus();
  await page.keyboard.press('Enter');
  await toast.getByText(new RegExp(`^${say('frame.state.undone', { what: '' })}`)).waitFor();
  expect(await reminders()).toBe(before - 1);
  await expect.poll(() => page.evaluate('document.activeElement === document.body')).toBe(false);
});
