import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openServer, openTab, TabStorage } from './tab-of-tests.ts';

let server: ReturnType<typeof openServer>;
beforeEach(() => {
  vi.stubGlobal('localStorage', new TabStorage());
  server = openServer();
  vi.stubGlobal('fetch', server.fetch);
});
afterEach(() => vi.unstubAllGlobals());

const fill = (count: number) => {
  for (let n = 1; n <= count; n += 1) server.write('binh', `${n}`);
};

it('a jump over thousands of unread messages asks for the largest pages, and shows all of them', async () => {
  fill(3_050);
  const tab = await openTab();
  await tab.open();
  server.state.lists = 0;
  expect(await tab.loadBackTo(51)).toBe(true);
  expect(server.state.lists).toBe(30);
  expect(tab.log().facts.map(({ seq }) => seq)).toEqual(Array.from({ length: 3_050 }, (_, at) => at + 1));
});

it('a jump waits for the page that scrolling had asked for', async () => {
  fill(200);
  const tab = await openTab();
  await tab.open();
  const scrolled = tab.loadOlder();
  expect(await tab.loadBackTo(1)).toBe(true);
  await scrolled;
  expect(tab.log().facts).toHaveLength(200);
});

it('the past that did not come says so, and comes with the next try', async () => {
  fill(80);
  const tab = await openTab();
  await tab.open();
  server.state.isAway = true;
  await tab.loadOlder();
  expect(tab.state()).toMatchObject({ isLoadingOlder: false, olderError: { code: 'UNREACHABLE' } });
  server.state.isAway = false;
  await tab.loadOlder();
  expect(tab.state().olderError).toBeNull();
  expect(tab.log().facts).toHaveLength(80);
});

it('a conversation that did not come is asked for again', async () => {
  fill(3);
  const tab = await openTab();
  server.state.isAway = true;
  await tab.open();
  expect(tab.state()).toMatchObject({ isLoaded: false, error: { code: 'UNREACHABLE' } });
  server.state.isAway = false;
  await tab.open();
  expect(tab.state()).toMatchObject({ isLoaded: true, error: null });
});
