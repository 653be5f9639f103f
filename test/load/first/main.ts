/**
 * How much a person waits for, who opens the office with nothing kept in the browser: files and bytes over the wire, and
 * the seconds until the page can be used, at three speeds, with a processor four times slower than this one.
 *
 *   pnpm load:first [--rounds 3] [--kilobits 400,1600,20000] [--url http://127.0.0.1:8080 --login giamdoc --password ...]
 *
 * Without an address a small office is started for it. Ends badly when more is sent than the bounds allow; the seconds
 * are this machine's, and are printed only.
 */
import { parseArgs } from 'node:util';
import { openBrowser } from '../../support/browser/open-browser.ts';
import { PASSWORD, startOffice } from '../../support/office/start-office.ts';
import { type Opening, openFirst } from './open-first.ts';

/**
 * Most that may be sent before the page can be used. Today's scripts are the first load that web/check-bundle.mjs holds to
 * 150 KB, and the socket's and what is loaded ahead, which may come before its last list does.
 */
const BOUNDS = {
  'sign-in': { scriptKilobytes: 160, files: 12 },
  today: { scriptKilobytes: 270, files: 40 },
};
/** On a faster line what is loaded ahead may come before what is measured here is over. */
const MOST_BOUND_KILOBITS = 2_000;
/** Kilobits a second -> milliseconds there and back: a village by EDGE, a phone by 3G, a wire. */
const LATENCIES: Record<number, number> = { 400: 300, 1600: 150, 20000: 10 };

const { values } = parseArgs({
  // pnpm hands a lone "--" on.
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    rounds: { type: 'string', default: '3' },
    kilobits: { type: 'string', default: Object.keys(LATENCIES).join() },
    url: { type: 'string' },
    login: { type: 'string', default: 'giamdoc' },
    password: { type: 'string', default: PASSWORD },
  },
});

const office = values.url ? null : await startOffice();
const url = values.url ?? office?.urls[0] ?? '';
const login = office ? 'planning-officer' : values.login;
const browser = await openBrowser(office ? office.inside.clock.now().getTime() - Date.now() : 0);
try {
  print('page     kbit/s   seconds until usable        files  KB in all  of scripts  of styles  of fonts');
  const broken: string[] = [];
  for (const page of ['sign-in', 'today'] as const) {
    for (const kilobits of values.kilobits.split(',').map(Number)) {
      const speed = { kilobits, latencyMs: LATENCIES[kilobits] ?? 0 };
      const openings: Opening[] = [];
      for (let round = 0; round < Number(values.rounds); round += 1) {
        openings.push(await openFirst(browser, url, { page, speed, login, password: values.password }));
      }
      print(describe(page, kilobits, openings));
      const { scriptKilobytes, files } = BOUNDS[page];
      for (const { bytes, files: sent } of kilobits < MOST_BOUND_KILOBITS ? openings : []) {
        if (bytes.script > scriptKilobytes * 1024) broken.push(`${page}: more than ${scriptKilobytes} KB of scripts`);
        if (sent > files) broken.push(`${page}: more than ${files} files`);
      }
    }
  }
  print(broken.length === 0 ? 'all within the bounds' : [...new Set(broken)].join('\n'));
  if (broken.length > 0) process.exitCode = 1;
} finally {
  await browser.close();
  await office?.close();
}

/** The median of the seconds and all of them; what was sent, of the first round. */
function describe(page: string, kilobits: number, openings: readonly Opening[]): string {
  const [opening] = openings;
  if (!opening) throw new Error('--rounds is at least 1');
  const seconds = openings.map((one) => one.seconds).sort((a, b) => a - b);
  const shown = seconds.map((one) => one.toFixed(1)).join(' ');
  const kilobytes = (kind: keyof Opening['bytes']) => (opening.bytes[kind] / 1024).toFixed(1);
  return [
    page.padEnd(8),
    String(kilobits).padStart(6),
    `  ${seconds[Math.floor(seconds.length / 2)]?.toFixed(1)} (${shown})`.padEnd(28),
    String(opening.files).padStart(5),
    kilobytes('all').padStart(10),
    kilobytes('script').padStart(11),
    kilobytes('style').padStart(10),
    kilobytes('font').padStart(9),
  ].join(' ');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
