import { holidays } from '@congso/domain/working-time/holiday-model';
import { createTranslator } from '@congso/language/translate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, DESKTOP, PHONE, type Screen, signInAs } from '../support/browser/open-browser.ts';
import { OFFICE_NAME, STAFF, UNITS } from '../support/office/found-office.ts';
import type { Filled } from './pages/fill-office.ts';
import { findUntranslated } from './pages/find-untranslated.ts';
import { listPatterns, listTexts, listViolations, measureOverflow, readyToLook, visit } from './pages/look-at-page.ts';
import { type FilledOffice, openFilledOffice } from './pages/open-filled-office.ts';

const [say, sayEnglish] = await Promise.all([createTranslator('vi'), createTranslator('en')]);
const LOADING = [say('frame.state.loading'), sayEnglish('frame.state.loading')];

/** Every pattern of an address, and with which addresses it is looked at. */
const addressesOf = (filled: Filled): Record<string, readonly string[]> => ({
  '/': ['/'],
  '/more': ['/more'],
  '/settings': ['/settings'],
  '/$': ['/nowhere'],
  '/chat': ['/chat'],
  '/chat/new': ['/chat/new'],
  '/chat/$conversationId': [`/chat/${filled.conversation}`, `/chat/${filled.conversation}?details=true`],
  '/notices': ['/notices', '/notices?box=sent'],
  '/notices/new': ['/notices/new'],
  '/notices/$noticeId': [`/notices/${filled.notice}`],
  '/tasks': ['/tasks', '/tasks?box=given'],
  '/tasks/new': ['/tasks/new'],
  '/tasks/$taskId': ['', '?tab=conversation', '?tab=history'].map((tab) => `/tasks/${filled.task}${tab}`),
  '/documents': ['/documents', '/documents?box=mine'],
  '/documents/register': ['/documents/register'],
  '/documents/new': ['/documents/new'],
  '/documents/$documentId': ['', '?tab=content', '?tab=tasks', '?tab=conversation', '?tab=history'].map(
    (tab) => `/documents/${filled.document}${tab}`,
  ),
  '/mail': ['/mail', '/mail?box=refused'],
  '/mail/$mailId': [`/mail/${filled.mail}`],
  '/directory': ['/directory'],
  '/directory/$personId': [`/directory/${filled.person}`],
  '/administration': [],
  '/administration/people': ['/administration/people'],
  '/administration/people/$personId': [`/administration/people/${filled.person}`],
  '/administration/units': ['/administration/units'],
  '/administration/office': ['/administration/office'],
  '/administration/holidays': ['/administration/holidays'],
  '/administration/mail-rules': ['/administration/mail-rules'],
  '/administration/sms': ['/administration/sms'],
  '/administration/sms/settings': ['/administration/sms/settings'],
  '/administration/queues': ['/administration/queues'],
});
/** Looked at by nobody who is signed in. */
const OUTSIDE = ['/sign-in', '/founding', '/change-password'];

/** What people wrote, or the founding wrote in their place: shown as it is in every language. */
const DATA = new Set<string>([
  OFFICE_NAME,
  ...Object.values(UNITS).map(({ name }) => name),
  ...Object.values(STAFF).flatMap(({ name, position }) => [name, position]),
]);

let opened: FilledOffice;
let office: FilledOffice['office'];
let browser: Browser;
let addresses: Record<string, readonly string[]>;

beforeAll(async () => {
  opened = await openFilledOffice();
  ({ office, browser } = opened);
  addresses = addressesOf(opened.filled);
  for (const { name } of await holidays.of(office.inside).find().lean<{ name: string }[]>()) DATA.add(name);
}, 180_000);

afterAll(() => opened?.close(), 60_000);

it('before signing in', async () => {
  const screen = await browser.open(office.urls[0] ?? '');
  const problems: string[] = [];
  for (const address of OUTSIDE) {
    await screen.page.goto(address);
    await screen.page.getByRole('button').first().waitFor();
    await readyToLook(screen.page);
    problems.push(...(await look(screen, address)));
  }
  expect([...problems, ...unexpected(screen)]).toEqual([]);
}, 120_000);

it.concurrent.each([
  ['an officer', 'chuyenvien'],
  ['a leader', 'giamdoc'],
  ['a clerk', 'vanthu'],
  ['an administrator', 'quantri'],
])(
  'every page as %s',
  async (_, login) => {
    const screen = await browser.open(office.urls[0] ?? '');
    const { page } = screen;
    await signInAs(screen, login);
    await readyToLook(page);
    const patterns = (await listPatterns(page)).filter((pattern) => !OUTSIDE.includes(pattern));
    expect(Object.keys(addresses).sort(), 'every pattern is looked at').toEqual(patterns.sort());

    const began = performance.now();
    const problems: string[] = [];
    const all = Object.values(addresses).flat();
    for (const address of all) {
      await visit(page, address, LOADING);
      problems.push(...(await look(screen, address)));
      if (login === 'chuyenvien') await screen.picture(`page${address.replace(/[^a-z]+/gi, '-')}`);
    }
    await visit(page, '/settings', LOADING);
    await page.getByText(say('frame.language.en'), { exact: true }).click();
    await page.getByRole('heading', { name: sayEnglish('frame.navigation.settings') }).waitFor();
    for (const address of all) {
      await visit(page, address, LOADING);
      const found = findUntranslated(await listTexts(page), 'en', DATA);
      problems.push(...found.map((text) => `${address} in English: ${text}`));
    }
    const seconds = ((performance.now() - began) / 1_000).toFixed(0);
    process.stdout.write(`${login}: ${all.length} pages looked at in ${seconds} s\n`);
    expect([...problems, ...unexpected(screen)]).toEqual([]);
  },
  300_000,
);

/** Looks at what is open in Vietnamese, on a desk and on a phone; answers what is wrong. */
async function look({ page }: Screen, address: string): Promise<string[]> {
  const untranslated = findUntranslated(await listTexts(page), 'vi', DATA).map((text) => `in Vietnamese: ${text}`);
  const onDesk = await listViolations(page);
  await page.setViewportSize(PHONE);
  const onPhone = (await listViolations(page)).map((violation) => `phone: ${violation}`);
  const overflow = await measureOverflow(page);
  await page.setViewportSize(DESKTOP);
  const wide = overflow > 0 ? [`phone: ${overflow} px too wide`] : [];
  return [...untranslated, ...onDesk, ...onPhone, ...wide].map((problem) => `${address} ${problem}`);
}

const unexpected = ({ errors }: Screen): string[] => errors.map((error) => `console: ${error}`);
