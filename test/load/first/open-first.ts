import type { CDPSession, Page } from 'playwright-core';
import { type Browser, signInAs } from '../../support/browser/open-browser.ts';

/** How much slower the processor of an office's old machine is. */
const CPU_SLOWDOWN = 4;

type Kind = 'script' | 'style' | 'font' | 'all';
/** What one opening of a page took: until it could be used, and sent until then. */
export type Opening = {
  readonly seconds: number;
  readonly files: number;
  /** As they came over the wire, with their headers. */
  readonly bytes: Readonly<Record<Kind, number>>;
};

type Wanted = {
  readonly page: 'sign-in' | 'today';
  readonly speed: { readonly kilobits: number; readonly latencyMs: number };
  readonly login: string;
  readonly password: string;
};

/** What of the page says that it can be used: where one types one's name, or the front door with nothing still loading in it. */
const USABLE = {
  'sign-in': 'input[autocomplete=username]',
  today: '#content:has(h1):not(:has([role=status][aria-label]))',
};

/** Opens a page in a browser that has kept nothing, but for the session where one is needed. */
export async function openFirst(browser: Browser, url: string, wanted: Wanted): Promise<Opening> {
  const screen = await browser.open(url);
  const { page } = screen;
  try {
    if (wanted.page === 'today') {
      await signInAs(screen, wanted.login, wanted.password);
      await page.goto('about:blank');
    }
    const session = await page.context().newCDPSession(page);
    const sent = await countSent(session);
    await session.send('Network.clearBrowserCache');
    await throttle(session, wanted.speed);
    const began = performance.now();
    await page.goto(wanted.page === 'today' ? '/' : '/sign-in', { waitUntil: 'commit' });
    await page.locator(USABLE[wanted.page]).first().waitFor({ timeout: 120_000 });
    await answersAgain(page);
    const seconds = (performance.now() - began) / 1_000;
    return { seconds, ...sent() };
  } finally {
    await page.context().close();
  }
}

async function throttle(session: CDPSession, { kilobits, latencyMs }: Wanted['speed']): Promise<void> {
  const throughput = (kilobits * 1_000) / 8;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: latencyMs,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
}

/** The page's own thread is free: it has drawn once and comes to a timer. */
async function answersAgain(page: Page): Promise<void> {
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))');
}

/** Counts what is received from now on; of what is under way, what has come of it so far. */
async function countSent(session: CDPSession): Promise<() => Omit<Opening, 'seconds'>> {
  const received = new Map<string, { kind: string; bytes: number }>();
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    received.set(requestId, { kind: type, bytes: response.encodedDataLength });
  });
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const one = received.get(requestId);
    if (one) one.bytes += encodedDataLength;
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = received.get(requestId);
    if (one) one.bytes = encodedDataLength;
  });
  await session.send('Network.enable');
  return () => {
    const all = [...received.values()];
    const bytesOf = (kind?: string) =>
      all.filter((one) => !kind || one.kind === kind).reduce((sum, one) => sum + one.bytes, 0);
    return {
      files: all.length,
      bytes: { all: bytesOf(), script: bytesOf('Script'), style: bytesOf('Stylesheet'), font: bytesOf('Font') },
    };
  };
}
