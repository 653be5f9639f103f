import { type Browser, openBrowser } from '../../support/browser/open-browser.ts';
import { type OfficeOfProcesses, startOffice } from '../../support/office/start-office.ts';
import { type Filled, fillOffice } from './fill-office.ts';

/** An office at work, with something on every page, and a browser in front of it. */
export type FilledOffice = {
  readonly office: OfficeOfProcesses;
  /** Where people reach it. */
  readonly url: string;
  readonly filled: Filled;
  readonly browser: Browser;
  close(): Promise<void>;
};

/** Starts an office with all its processes, lets its people fill it, and starts the browser. The caller closes it. */
export async function openFilledOffice(): Promise<FilledOffice> {
  // No name server answers: who sent a letter stays open, and nothing is asked of the outside.
  const env = { DNS_SERVERS: '127.0.0.1:9' };
  const office = await startOffice({ isFounded: false, parts: ['workers', 'mail-gateway'], env });
  try {
    const filled = await fillOffice(office);
    const browser = await openBrowser(office.inside.clock.now().getTime() - Date.now());
    const close = async () => {
      await browser.close();
      await office.close();
    };
    return { office, url: office.urls[0] ?? '', filled, browser, close };
  } catch (error) {
    // Nobody else could end what was started.
    await office.close();
    throw error;
  }
}
