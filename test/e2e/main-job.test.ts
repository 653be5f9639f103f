import { type MailDoc, mails } from '@congso/domain/mail/mail-model';
import { formatCivilDate } from '@congso/language/dates';
import { fold } from '@congso/language/fold';
import { createTranslator } from '@congso/language/translate';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, openBrowser, PHONE, type Screen, signInAs } from '../support/browser/open-browser.ts';
import { type DnsServer, serveDns } from '../support/dns/serve-dns.ts';
import { freePorts } from '../support/kannel/ports.ts';
import { type Kannel, startKannel } from '../support/kannel/start-kannel.ts';
import { foundOffice, type Login, phoneOf, STAFF, UNITS } from '../support/office/found-office.ts';
import { type OfficeOfProcesses, startOffice } from '../support/office/start-office.ts';
import { type Postfix, relayingTo, startPostfix } from '../support/postfix/start-postfix.ts';
import { LETTER, SENDER_DOMAIN, SENDER_ZONE, sendSignedLetter } from './letter/signed-letter.ts';

const say = await createTranslator('vi');
const PATIENCE_MS = 20_000;
/** How soon a letter must be on the clerk's screen after the sender's mail server delivered it. */
const QUEUE_MS = 3_000;

let dns: DnsServer;
let office: OfficeOfProcesses;
let postfix: Postfix;
let kannel: Kannel;
let browser: Browser;
const screens = new Map<Login, Screen>();

beforeAll(async () => {
  dns = await serveDns(SENDER_ZONE);
  office = await startOffice({
    isFounded: false,
    parts: ['workers', 'mail-gateway'],
    env: { DNS_SERVERS: dns.address },
  });
  kannel = await startKannel();
  const { ask } = await foundOffice(office);
  await ask('sms.setSettings', { requestId: 'settings-of-kannel', settings: kannel.settings });
  const [port] = await freePorts(1);
  postfix = await startPostfix(port, relayingTo(office.smtpPort(), `mail.${SENDER_DOMAIN}`));
  browser = await openBrowser(office.inside.clock.now().getTime() - Date.now(), 'whole');
  for (const login of ['vanthu', 'giamdoc', 'truongphong', 'chuyenvien'] as const) {
    const screen = await browser.open(office.urls[0] ?? '');
    await signInAs(screen, login);
    screens.set(login, screen);
  }
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await postfix?.stop();
  await kannel?.stop();
  await office?.close();
  await dns?.close();
}, 60_000);

it('a letter comes by mail, goes from hand to hand on four screens, and is done; and a notice is acknowledged', async () => {
  const [clerk, leader, head, officer] = [at('vanthu'), at('giamdoc'), at('truongphong'), at('chuyenvien')];
  const subject = new RegExp(escaped(LETTER.subject), 'i');

  await step('everybody is where they work', async () => {
    await go(clerk, 'mail');
    await clerk.page.getByText(say('mail.empty')).waitFor();
    await go(leader, 'documents');
    await leader.page.getByText(say('documents.emptyDesk')).waitFor();
    await head.page.getByText(say('today.empty')).waitFor();
    await officer.page.getByText(say('today.empty')).waitFor();
  });

  await step('the letter is in the clerk’s queue', async () => {
    await sendSignedLetter(postfix.port, office.inside.clock.now());
    const queue = clerk.page.getByRole('region', { name: say('mail.mail') });
    await queue.getByRole('listitem').getByRole('link').waitFor();
    const shownAt = office.inside.clock.now().getTime();
    const mail = await mails.of(office.inside).findOne().lean<MailDoc>();
    const tookMs = shownAt - (mail?.receivedAt.getTime() ?? 0);
    tell(`on the screen ${tookMs} ms after the sender’s mail server delivered it`);
    expect(tookMs).toBeLessThan(QUEUE_MS);
    await clerk.picture('01-on-receipt');
    await queue.getByRole('link', { name: subject }).waitFor();
  });

  await step('what it says is proposed, and its sender is genuine', async () => {
    await clerk.picture('01-read');
    await clerk.page.getByRole('link', { name: subject }).click();
    const field = (name: 'issuer' | 'codeNumber' | 'codeNotation' | 'issuedDate' | 'type' | 'subject') =>
      clerk.page
        .getByLabel(say(`documents.field.${name}`), { exact: true })
        .first()
        .inputValue();
    await soon(() => field('issuer')).toBe('UBND tỉnh Lam Sơn');
    expect(await field('codeNumber')).toBe('1286');
    expect(await field('codeNotation')).toBe('UBND-NNMT');
    expect(await field('issuedDate')).toBe(formatCivilDate(LETTER.date));
    expect(await field('type')).toBe(say('documents.type.official-dispatch'));
    expect(fold(await field('subject'))).toBe(fold(LETTER.subject));
    const letter = clerk.page.getByRole('region', { name: say('mail.letter'), exact: true });
    await letter.getByRole('button', { name: say('mail.sender.genuine') }).click();
    for (const check of ['SPF', 'DKIM', 'DMARC']) await letter.getByText(check, { exact: true }).waitFor();
    expect(await letter.getByText(say('mail.verdict.pass'), { exact: true }).count()).toBe(3);
    expect(await letter.getByText(SENDER_DOMAIN, { exact: true }).count()).toBe(3);
    expect(dns.asked).toContain(`TXT vt1._domainkey.${SENDER_DOMAIN}`);
    await clerk.picture('02-proposal');
    await clerk.picture('02-proposal-phone', PHONE);
  });

  await step('the clerk registers it: arrival number 1', async () => {
    await clerk.page.getByRole('button', { name: say('mail.registerKey') }).click();
    await clerk.page.getByRole('status').filter({ hasText: '1/2026' }).waitFor();
    await clerk.picture('03-registered');
  });

  await step('the clerk submits it; it is on the leader’s screen', async () => {
    // Right where the number was given; the only leader stands there already, and the keyboard completes it.
    const dialog = await act(clerk, 'documents.action.submit');
    expect(await dialog.getByLabel(say('documents.chooseLeader')).first().inputValue()).toContain(STAFF.giamdoc.name);
    await clerk.picture('04-submit');
    await clerk.page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    await clerk.page.getByRole('link', { name: say('mail.openDocument') }).click();
    await leader.page.getByRole('link', { name: subject }).waitFor();
    await leader.picture('05-leader-desk');
  });

  await step('the leader directs it to a unit with a deadline; it is on the head’s screen', async () => {
    await leader.page.getByRole('link', { name: subject }).click();
    const dialog = await act(leader, 'documents.action.direct');
    // The first field has the focus, and Tab takes the only unit that is found.
    await leader.page.keyboard.type(fold(UNITS.land.name));
    await leader.page.getByRole('option', { name: UNITS.land.name }).waitFor();
    await leader.page.keyboard.press('Tab');
    expect(await dialog.getByRole('combobox', { name: say('documents.leadUnit') }).inputValue()).toBe(UNITS.land.name);
    await dialog.getByLabel(say('documents.instruction'), { exact: true }).fill('Kiểm tra thực địa, báo cáo tôi.');
    await dialog.getByText(say('tasks.byWorkingDays'), { exact: true }).click();
    await dialog.getByText(say('tasks.dueComesTo', { date: '17/03/2026' })).waitFor();
    await leader.picture('06-direct');
    await leader.page.keyboard.press('Control+Enter');
    await leader.page.getByText(say('documents.nextNone')).waitFor();
    await head.page.getByRole('link', { name: subject }).waitFor();
    await leader.picture('07-directed');
    await head.picture('08-head-today');
  });

  await step('the head assigns it; the officer has it on the screen and by SMS', async () => {
    await head.page.getByRole('link', { name: subject }).click();
    const dialog = await act(head, 'documents.action.assign');
    await choose(dialog, say('documents.leadPerson'), STAFF.chuyenvien.name);
    await head.picture('09-assign');
    expect(await dialog.getByText('Kiểm tra thực địa, báo cáo tôi.').count()).toBe(1);
    await dialog.getByRole('button', { name: say('documents.action.assign'), exact: true }).click();
    await officer.page.getByRole('link', { name: subject }).waitFor();
    await kannel.arrived(1);
    const [sms] = kannel.received;
    tell(`SMS to ${sms?.to}: ${sms?.text}`);
    expect(sms?.to.endsWith(phoneOf('chuyenvien').slice(1))).toBe(true);
    expect(sms?.text).toContain('1/2026');
    for (const word of ['cu tri', 'Thanh Linh', 'lan chiem']) expect(fold(sms?.text ?? '')).not.toContain(fold(word));
    await officer.picture('10-officer-today');
    await officer.picture('10-officer-today-phone', PHONE);
  });

  await step('the officer accepts and reports with a file; the report is on the head’s screen', async () => {
    const { page } = officer;
    await page.getByRole('button', { name: say('tasks.action.accept') }).click();
    await page.getByRole('link', { name: say('tasks.action.report') }).click();
    await page.getByRole('button', { name: say('tasks.action.report') }).click();
    const dialog = page.getByRole('dialog', { name: say('tasks.action.report') });
    await dialog.getByLabel(say('tasks.reportText'), { exact: true }).fill('Đã kiểm tra 7 hộ, lập biên bản 2 hộ.');
    await dialog.locator('input[type=file]').setInputFiles({
      name: 'bien-ban-kiem-tra.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Biên bản kiểm tra ngày 10/3/2026'),
    });
    await dialog.getByText('bien-ban-kiem-tra.txt').waitFor();
    await officer.picture('11-report');
    await go(head, 'today');
    await dialog.getByRole('button', { name: say('tasks.action.report') }).click();
    await head.page.getByRole('link', { name: say('tasks.action.accept-report') }).waitFor();
    await officer.picture('12-reported');
    await head.picture('13-head-today');
  });

  await step('the head accepts the report; the document is completed on the clerk’s screen', async () => {
    await head.page.getByRole('link', { name: say('tasks.action.accept-report') }).click();
    await head.page.getByRole('link', { name: 'bien-ban-kiem-tra.txt' }).waitFor();
    await head.picture('14-head-task');
    await head.page.getByRole('button', { name: say('tasks.action.accept-report') }).click();
    await clerk.page
      .getByRole('banner')
      .or(clerk.page.locator('header'))
      .getByText(say('documents.state.completed'), { exact: true })
      .waitFor();
    await clerk.picture('15-completed');
    await clerk.picture('15-completed-phone', PHONE);
  });

  await step('history and register tell all of it, with who did it', async () => {
    const { page } = clerk;
    await page.getByRole('tab', { name: say('documents.tab.history') }).click();
    const entries = page.getByRole('tabpanel').getByRole('listitem');
    await entries.first().waitFor();
    const lines = await entries.allInnerTexts();
    await clerk.picture('16-history');
    tell(lines.map((line) => line.replaceAll('\n', ' | ')).join('\n'));
    const told = (action: string, by: string) => lines.some((line) => line.startsWith(action) && line.includes(by));
    for (const [action, login] of [
      ['registered', 'vanthu'],
      ['submit', 'vanthu'],
      ['direct', 'giamdoc'],
      ['assign', 'truongphong'],
      ['complete', 'truongphong'],
    ] as const) {
      expect(told(say(`documents.historyAction.${action}`), STAFF[login].name), `${action} by ${login}`).toBe(true);
    }
    await head.page.getByRole('tab', { name: say('tasks.history') }).click();
    const doings = head.page.getByRole('tabpanel').getByRole('listitem');
    await doings.filter({ hasText: say('tasks.historyAction.accept-report') }).waitFor();
    const done = (await doings.allInnerTexts()).map((line) => line.split('\n'));
    expect(done.map(([action, by]) => `${action}: ${by?.split(' · ')[0]}`)).toEqual([
      `${say('tasks.historyAction.assigned')}: ${STAFF.truongphong.name}`,
      `${say('tasks.historyAction.accept')}: ${STAFF.chuyenvien.name}`,
      `${say('tasks.historyAction.report')}: ${STAFF.chuyenvien.name}`,
      `${say('tasks.historyAction.accept-report')}: ${STAFF.truongphong.name}`,
    ]);
    await go(clerk, 'documents');
    await page.getByRole('link', { name: say('documents.register'), exact: true }).click();
    const row = page.getByRole('row').filter({ hasText: subject });
    await row.waitFor();
    const cells = (await row.getByRole('cell').allInnerTexts()).map((cell) => cell.replaceAll('\n', ' '));
    await clerk.picture('17-register');
    await clerk.picture('17-register-phone', PHONE);
    tell(cells.join(' | '));
    expect(cells.slice(0, 5)).toEqual(['10/03/2026', '1', 'UBND tỉnh Lam Sơn', LETTER.code, '09/03/2026']);
    expect(cells[5]).toContain(say('documents.state.completed'));
    expect(cells[6]).toContain(UNITS.land.name);
    expect(cells[6]).toContain(STAFF.chuyenvien.name);
  });

  await step('the head tells the unit; the officer acknowledges; the head’s tally moves', async () => {
    await go(head, 'notices');
    await head.page
      .getByRole('link', { name: say('notices.action.write') })
      .first()
      .click();
    await head.page.getByLabel(say('notices.title'), { exact: true }).fill('Trực tuần từ 16 đến 20/3');
    await head.page
      .getByLabel(say('notices.body'), { exact: true })
      .fill('Mỗi người trực một buổi, lịch ở bảng tin phòng.');
    await head.page.getByLabel(say('notices.write.mustAcknowledge')).check();
    await head.picture('18-write-notice');
    await go(officer, 'today');
    await head.page.getByRole('button', { name: say('notices.action.publish') }).click();
    await head.page.getByText(say('notices.tally', { acknowledged: 0, total: 2 })).waitFor();
    await officer.page.getByRole('link', { name: /Trực tuần/ }).waitFor();
    await officer.picture('19-officer-notice');
    await officer.page.getByRole('button', { name: say('notices.action.acknowledge') }).click();
    await head.page.getByText(say('notices.tally', { acknowledged: 1, total: 2 })).waitFor();
    await head.picture('20-tally');
    await head.picture('20-tally-phone', PHONE);
  });

  for (const [login, screen] of screens) {
    expect(screen.loads(), `${login}’s page was loaded once, at the sign-in`).toBe(1);
    expect(screen.errors, login).toEqual([]);
  }
  expect(kannel.received).toHaveLength(1);
  expect(office.crashes).toEqual([]);
}, 180_000);

function at(login: Login): Screen {
  const screen = screens.get(login);
  if (!screen) throw new Error(`${login} has no screen`);
  screen.page.setDefaultTimeout(PATIENCE_MS);
  return screen;
}

/** Does one step of the story and says how long it took. */
async function step(name: string, doIt: () => Promise<void>): Promise<void> {
  const began = performance.now();
  await doIt();
  tell(`${(performance.now() - began).toFixed(0).padStart(6)} ms  ${name}`);
}

const soon = (look: () => Promise<unknown>) => expect.poll(look, { timeout: PATIENCE_MS });

/** By the navigation, as a person does: never by loading the page again. */
async function go({ page }: Screen, place: 'today' | 'mail' | 'documents' | 'notices'): Promise<void> {
  const navigation = page.getByRole('navigation', { name: say('frame.navigation.label') });
  await navigation.getByRole('link', { name: new RegExp(`^${escaped(say(`frame.navigation.${place}`))}`) }).click();
}

/** Opens the dialog of a step of the slip. */
async function act({ page }: Screen, key: `documents.action.${'submit' | 'direct' | 'assign'}`): Promise<Locator> {
  await page.getByRole('button', { name: say(key), exact: true }).click();
  return page.getByRole('dialog', { name: say(key) });
}

/** Chooses in a field that is searched by typing. */
async function choose(within: Locator, label: string, wanted: string): Promise<void> {
  const page: Page = within.page();
  await within.getByLabel(label, { exact: true }).first().fill(fold(wanted));
  await page.getByRole('option', { name: new RegExp(escaped(wanted)) }).click();
}

/** What the test saw, for whoever reads its output. */
function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
