/**
 * What the daily moves cost, counted in the real browser on a demonstration office: keys per paper letter, clicks to
 * submit, taps to direct on a phone, rows and letters in sight.
 *
 *   pnpm count:effort [--url http://127.0.0.1:8080 --data DIR]
 *
 * Without an address it starts a demonstration office of its own; with one it works in that office, which must be a
 * demonstration, and registers, submits and directs letters there.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runToEnd } from '@congso/embedded/supervise/run-to-end';
import { startProcess } from '@congso/embedded/supervise/start-process';
import { openBrowser, signInAs } from '../support/browser/open-browser.ts';
import { buildRelease } from '../support/processes/build-release.ts';
import { countWholeRows } from './count-rows.ts';
import { handsAt } from './hands.ts';
import { directOnPhone, submitAfterRegistering } from './move-letters.ts';
import { type PaperLetter, registerPaper } from './register-paper.ts';

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: { url: { type: 'string' }, data: { type: 'string' } },
});
const PORTS = { web: '8191', mail: '2691' };
/** So many more than the demonstration leaves in the queue that its window is full. */
const SAMPLE_LETTERS = 12;
const TWO_DAYS_MS = 2 * 86_400_000;

/** An ordinary morning's post: of issuers the office hears from, and one it has never heard from. */
const today = new Date(Date.now() - TWO_DAYS_MS);
const date = today.toLocaleDateString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' });
const LETTERS: readonly PaperLetter[] = [
  { issuer: 'Sở Nội vụ tỉnh Lam Sơn', number: '1523', notation: 'SNV-CCHC', type: 'Công văn' },
  { issuer: 'UBND tỉnh Lam Sơn', number: '1412', notation: 'UBND-NNMT', type: 'Công văn' },
  { issuer: 'Ban Chỉ huy Phòng thủ dân sự tỉnh Lam Sơn', number: '87', notation: 'CĐ-BCHPTDS', type: 'Công điện' },
  { issuer: 'UBND xã Vân Thủy', number: '215', notation: 'BC-UBND', type: 'Báo cáo' },
  { issuer: 'Trường Cao đẳng Kỹ thuật Lam Sơn', number: '64', notation: 'CĐKT-ĐT', type: 'Công văn' },
].map((letter) => ({ ...letter, date, subject: 'Phối hợp chuẩn bị hội nghị tổng kết năm' }));

const closers: (() => Promise<unknown>)[] = [];
try {
  const office = values.url && values.data ? { url: values.url, dataDir: values.data } : await startDemonstration();
  const browser = await openBrowser(0);
  closers.push(browser.close);
  const passwordOf = await readPasswords(office.dataDir);
  const enter = async (login: string, device: 'desk' | 'phone') => {
    const screen = await browser.open(office.url, device);
    await signInAs(screen, login, passwordOf(login));
    return screen.page;
  };

  const clerk = handsAt(await enter('vanthu', 'desk'));
  await clerk.page.goto('/mail');
  await clerk.page.locator('a[href^="/mail/"]').first().waitFor();
  await clerk.settle();
  const lettersInSight = await countWholeRows(clerk.page, 'a[href^="/mail/"]');
  await clerk.page.goto('/documents/register');
  await clerk.page.locator('tbody tr').first().waitFor();
  await clerk.settle();
  const rowsInSight = await countWholeRows(clerk.page, 'tbody tr');
  const keys: number[] = [];
  for (const letter of LETTERS) keys.push(await registerPaper(clerk, letter));
  const clicks = await submitAfterRegistering(clerk);
  const leader = handsAt(await enter('giamdoc', 'phone'));
  const directed = await directOnPhone(leader);

  const mean = Math.round(keys.reduce((sum, one) => sum + one, 0) / keys.length);
  const rows: readonly (readonly [what: string, found: string, goal: string])[] = [
    ["keys per paper letter, besides its subject's words", `${mean} (${keys.join(', ')})`, '<= 45'],
    ['clicks to submit after registering', `${clicks}`, '<= 2'],
    ['taps to direct on a phone', `${directed.taps}${directed.keys > 0 ? ` and ${directed.keys} keys` : ''}`, '<= 4'],
    ['rows of the register in sight at 1280x800', `${rowsInSight}`, '>= 12'],
    ['letters of the queue in sight at 1280x800', `${lettersInSight}`, '>= 11'],
  ];
  const width = Math.max(...rows.map(([what]) => what.length));
  for (const [what, found, goal] of rows) {
    process.stdout.write(`${what.padEnd(width)}  ${found.padEnd(24)}goal ${goal}\n`);
  }
} finally {
  for (const close of closers.reverse()) await close();
}

async function startDemonstration(): Promise<{ url: string; dataDir: string }> {
  const release = await buildRelease();
  const dataDir = await mkdtemp(join(tmpdir(), 'congso-effort-'));
  closers.push(() => rm(dataDir, { recursive: true, force: true }));
  const ports = ['--port', PORTS.web, '--smtp-port', PORTS.mail];
  const office = await startProcess({
    name: 'office',
    command: process.execPath,
    args: [join(release, 'office.mjs'), '--demo', '--data', dataDir, ...ports],
    isReady: (line) => line.startsWith('Ctrl-C'),
    readyTimeoutMs: 300_000,
    stopTimeoutMs: 30_000,
  });
  closers.push(office.stop);
  for (let letter = 1; letter <= SAMPLE_LETTERS; letter += 1) {
    const args = [join(release, 'send-sample-mail.mjs'), '--smtp-port', PORTS.mail, String(letter)];
    const { code } = await runToEnd({ command: process.execPath, args, env: process.env, onLine: () => {} }).ended;
    if (code !== 0) throw new Error(`sample letter ${letter} was not taken`);
  }
  return { url: `http://127.0.0.1:${PORTS.web}`, dataDir };
}

type Account = { login: string; password: string };

async function readPasswords(dataDir: string): Promise<(login: string) => string> {
  const accounts = JSON.parse(await readFile(join(dataDir, 'demo-accounts.json'), 'utf8')) as Account[];
  return (login) => {
    const account = accounts.find((one) => one.login === login);
    if (!account) throw new Error(`no account ${login} in ${dataDir}`);
    return account.password;
  };
}
